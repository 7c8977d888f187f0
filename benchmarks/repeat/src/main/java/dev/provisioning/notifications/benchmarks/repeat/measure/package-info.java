/** What JMH runs, and how it is told to. */
@NullMarked
package dev.provisioning.notifications.benchmarks.repeat.measure;

import org.jspecify.annotations.NullMarked;
