/** The page {@code docs/performance.md}, of which each benchmark writes a section of its own, and what all sections are made of. */
@NullMarked
package dev.provisioning.notifications.benchmarks.page;

import org.jspecify.annotations.NullMarked;
