/** The transport that hands mails to a mail server. */
@NullMarked
package dev.provisioning.notifications.smtp;

import org.jspecify.annotations.NullMarked;
