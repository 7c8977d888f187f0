/**
 * The SMTP transport against mail servers that nobody here wrote: {@code GreenMailTest} in every build, the tests that
 * {@code @NeedsPostfix} in the profile {@code interop}; and the whole way of a mail, read by parsers that nobody here wrote:
 * {@code HostileMailTest}. What other programs make of what mails say is in {@code content}.
 */
@NullMarked
package dev.provisioning.notifications.interop;

import org.jspecify.annotations.NullMarked;
