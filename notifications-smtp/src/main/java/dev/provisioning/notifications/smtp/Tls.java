package dev.provisioning.notifications.smtp;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** TLS 1.2 and up, with the name of the server verified (RFC 8314 section 3.3, RFC 9325). */
final class Tls {
    /** Separated by a space, as Angus wants them. */
    static final String PROTOCOLS = "TLSv1.3 TLSv1.2";

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
    static Socket over(Socket raw, ServerUrl server, SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(raw, server.host(), server.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(PROTOCOLS.split(" "));
        parameters.setEndpointIdentificationAlgorithm("LDAPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Whether a handshake failed because of what the server is, and not because the connection broke. */
    static boolean isUnfit(Throwable failure) {
        boolean tls = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException
                    || cause instanceof SocketException
                    || cause instanceof SocketTimeoutException
                    || cause instanceof ClosedChannelException) {
                return false;
            }
            tls |= cause instanceof SSLException || cause instanceof GeneralSecurityException;
        }
        return tls;
    }
}
