package dev.provisioning.notifications.smtp;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a transport was built with, checked.
 *
 * @param server where it connects to, and how that is protected
 * @param proxy through which it connects, if through any
 * @param names who knows the addresses of names
 * @param credentials who signs in, if anybody does
 * @param sender from whom mails come
 * @param timeouts how long the server may take
 * @param reuse for how long connections are kept
 * @param tls what it trusts; null where no TLS is spoken
 * @param helloName how it names itself; null for the address of its end of the connection
 * @param listener who is told how long each stage took
 */
record SmtpConfiguration(
        ServerUrl server,
        @Nullable ProxyUrl proxy,
        Resolver.NameService names,
        @Nullable Credentials credentials,
        Sender sender,
        Timeouts timeouts,
        Reuse reuse,
        @Nullable SSLContext tls,
        @Nullable String helloName,
        SmtpListener listener) {}
