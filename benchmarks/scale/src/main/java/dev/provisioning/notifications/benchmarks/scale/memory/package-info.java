/** What an application takes of the heap, beside what it takes elsewhere, and what a flood of reports takes. */
@NullMarked
package dev.provisioning.notifications.benchmarks.scale.memory;

import org.jspecify.annotations.NullMarked;
