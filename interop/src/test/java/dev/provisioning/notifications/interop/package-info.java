/**
 * The SMTP transport against mail servers that nobody here wrote: {@code GreenMailTest} in every build, the tests that
 * {@code @NeedsPostfix} in the profile {@code interop}.
 */
@NullMarked
package dev.provisioning.notifications.interop;

import org.jspecify.annotations.NullMarked;
