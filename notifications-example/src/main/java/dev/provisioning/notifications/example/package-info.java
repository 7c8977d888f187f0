/**
 * A small provisioning engine that keeps accounts in step with a CSV file, reports what goes wrong, and tells the
 * {@linkplain dev.provisioning.notifications.example.Story story} of five days with it.
 */
@NullMarked
package dev.provisioning.notifications.example;

import org.jspecify.annotations.NullMarked;
