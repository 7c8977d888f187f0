/** What is reported of many applications, again and again. */
@NullMarked
package dev.provisioning.notifications.benchmarks.repeat.sample;

import org.jspecify.annotations.NullMarked;
