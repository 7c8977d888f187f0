/** Manual time, recording fakes, and contract tests for transports and stores. */
@NullMarked
package dev.provisioning.notifications.testkit;

import org.jspecify.annotations.NullMarked;
