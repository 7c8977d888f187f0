/** A small provisioning engine that reports to the library. */
@NullMarked
package dev.provisioning.notifications.example;

import org.jspecify.annotations.NullMarked;
