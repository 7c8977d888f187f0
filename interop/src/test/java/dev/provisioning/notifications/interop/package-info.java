/**
 * The SMTP transport against mail servers that nobody here wrote: {@code GreenMailTest} in every build, the tests that
 * {@code @NeedsPostfix} in the profile {@code interop}; and the whole way of a mail, read by parsers that nobody here wrote:
 * {@code HostileMailTest}.
 */
@NullMarked
package dev.provisioning.notifications.interop;

import org.jspecify.annotations.NullMarked;
