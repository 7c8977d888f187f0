/**
 * A small provisioning engine that keeps accounts in step with a CSV file, reports what goes wrong, and tells the
 * {@linkplain dev.provisioning.notifications.example.Story story} of five days with it. The engine and the library run in a
 * process of their own, {@link dev.provisioning.notifications.example.EngineMain}, so that it can be killed; everything around
 * them is on the {@linkplain dev.provisioning.notifications.example.Stage stage}, in the process that tells the story.
 */
@NullMarked
package dev.provisioning.notifications.example;

import org.jspecify.annotations.NullMarked;
