package dev.provisioning.notifications.smtp;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a transport was built with, checked.
 *
 * @param server where it connects to, and how that is protected
 * @param credentials who signs in, if anybody does
 * @param sender from whom mails come
 * @param timeouts how long the server may take
 * @param tls what it trusts
 * @param helloName how it names itself; null for the address of its end of the connection
 */
record SmtpConfiguration(
        ServerUrl server,
        @Nullable Credentials credentials,
        Sender sender,
        Timeouts timeouts,
        SSLContext tls,
        @Nullable String helloName) {}
