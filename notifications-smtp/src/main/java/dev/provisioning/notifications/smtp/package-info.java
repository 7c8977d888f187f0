/**
 * Hands mails to a mail server: a {@link dev.provisioning.notifications.smtp.SmtpTransport} is made by its builder from a
 * URL and a sender, and answers every delivery by how far the conversation with the server had come.
 */
@NullMarked
package dev.provisioning.notifications.smtp;

import org.jspecify.annotations.NullMarked;
