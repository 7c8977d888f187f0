/** A mail server that accepts everything and keeps nothing, as fast as it can, and a slow link to it. */
@NullMarked
package dev.provisioning.notifications.benchmarks.smtp.sink;

import org.jspecify.annotations.NullMarked;
