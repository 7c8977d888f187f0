package dev.provisioning.notifications.smtp;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** TLS 1.2 and up, with the name of the server verified (RFC 8314 section 3.3, RFC 9325). */
final class Tls {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private Tls() {}

    /** What the Java platform trusts. */
    static SSLContext platform() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /** Speaks TLS over a connection, and has verified who is at the other end. */
    static SSLSocket over(Socket raw, ServerUrl server, SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(raw, server.host(), server.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        // As HTTPS, but with wildcards for one whole label only.
        parameters.setEndpointIdentificationAlgorithm("LDAPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /**
     * Whether a handshake failed because of what the server is, and not because the connection broke. Of the latter the
     * sign is an exception of input and output that is not about TLS, anywhere among the causes.
     */
    static boolean isUnfit(Throwable failure) {
        boolean tls = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && !(cause instanceof SSLException)) {
                return false;
            }
            tls |= cause instanceof SSLException;
        }
        return tls;
    }
}
