/**
 * The page {@code docs/performance.md}, of which each benchmark writes a section of its own, and what all sections are made of: tables
 * ({@link dev.provisioning.notifications.benchmarks.page.Table}) and pictures ({@link
 * dev.provisioning.notifications.benchmarks.page.Chart}).
 */
@NullMarked
package dev.provisioning.notifications.benchmarks.page;

import org.jspecify.annotations.NullMarked;
