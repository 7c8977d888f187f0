package dev.provisioning.notifications.interop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A port that passes everything on to another one, until it cuts: once, on the connection on which the moment for it
 * comes. What comes later it passes on again.
 */
final class Relay implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private final ServerSocket socket = Loopback.listen();
    private final int target;
    private final Moment moment;
    private final Runnable accident;
    private final AtomicBoolean cut = new AtomicBoolean();

    private Relay(int target, Moment moment, Runnable accident) {
        this.target = target;
        this.moment = moment;
        this.accident = accident;
        narrow(socket);
        Loopback.accept("relay", socket, this::connect);
    }

    /** Whether this is the moment to cut. */
    @FunctionalInterface
    private interface Moment {
        boolean hasCome(boolean fromClient, long passedBefore, String bytes);
    }

    /** Cuts after the client has sent so much on one connection; first lets something happen. */
    static Relay cuttingAfter(long bytesFromClient, int target, Runnable accident) {
        return new Relay(target, (fromClient, passed, bytes) -> fromClient && passed >= bytesFromClient, accident);
    }

    /** Cuts instead of passing on what the server says. */
    static Relay cuttingInsteadOf(String wordsOfServer, int target) {
        return new Relay(target, (fromClient, passed, bytes) -> !fromClient && bytes.contains(wordsOfServer), () -> {});
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        Loopback.close(socket);
    }

    /** So that the client is not far ahead of what was passed on. */
    private static void narrow(ServerSocket socket) {
        try {
            socket.setReceiveBufferSize(BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket server = Loopback.connect(target)) {
            Loopback.daemon("relay-from-server", () -> pass(server, client, false));
            pass(client, server, true);
        } catch (IOException e) {
            // Nobody is there, so neither are we.
        }
    }

    private void pass(Socket from, Socket to, boolean fromClient) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[BUFFER];
            long passed = 0;
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                if (cuts(fromClient, passed, new String(buffer, 0, n, StandardCharsets.ISO_8859_1))) {
                    accident.run();
                    return;
                }
                out.write(buffer, 0, n);
                passed += n;
            }
        } catch (IOException e) {
            // One side has gone, so the other one is let go, too.
        }
    }

    private boolean cuts(boolean fromClient, long passed, String bytes) {
        return moment.hasCome(fromClient, passed, bytes) && cut.compareAndSet(false, true);
    }
}
