package dev.provisioning.notifications.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Asks a proxy to connect on. The name of the server is left to the proxy to look up: behind many a proxy, names of the
 * outside are not known. Bounds no time. Thread-safe.
 */
interface Tunnel {
    /** The way to ask this proxy. */
    static Tunnel through(ProxyUrl proxy) {
        return switch (proxy.kind()) {
            case HTTP -> new HttpTunnel(proxy);
            case SOCKS5 -> new SocksTunnel(proxy);
        };
    }

    /**
     * Makes a connection to the proxy one to the server behind it. Takes from it the answer of the proxy and not a byte
     * more, because the greeting of the server may follow at once.
     *
     * @param in what the proxy says; reads need not be buffered
     * @param out flushed here
     * @param host a domain name in ASCII, or an address without brackets
     * @throws ProxyRefusedException if the proxy says no, or is none
     * @throws IOException if the connection breaks before the proxy has answered
     */
    void open(InputStream in, OutputStream out, String host, int port) throws IOException;
}
