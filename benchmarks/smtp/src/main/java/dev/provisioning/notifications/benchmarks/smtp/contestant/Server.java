package dev.provisioning.notifications.benchmarks.smtp.contestant;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where mails go.
 *
 * @param port on this machine
 * @param tls whether TLS begins with the first byte
 * @param trust the server's key, and no other
 * @param context made of it
 */
record Server(int port, boolean tls, TrustManagerFactory trust, SSLContext context) {
    /** As the certificate says. */
    static final String HOST = "localhost";

    /** How clients call themselves, so that nobody has to look it up. */
    static final String HELLO = "client.example.com";
}
