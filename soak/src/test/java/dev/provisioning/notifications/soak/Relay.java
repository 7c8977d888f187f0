package dev.provisioning.notifications.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One node's way to the database, which can be cut, and can lose answers. */
public final class Relay implements AutoCloseable {
    private final ServerSocket socket;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger swallowed = new AtomicInteger();
    private volatile boolean cut;
    private volatile boolean swallows;

    Relay(int target) {
        this.target = target;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon("accept", this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Ends all connections, and lets none through. */
    public void cut() {
        cut = true;
        drop();
    }

    /** From now on what the database says does not arrive, and neither does that it is not going to. */
    public void swallowAnswers() {
        swallows = true;
    }

    /** How often an answer has not arrived. */
    int swallowed() {
        return swallowed.get();
    }

    /** Connections are let through again; those that missed an answer are ended. */
    public void mend() {
        swallows = false;
        drop();
        cut = false;
    }

    @Override
    public void close() {
        close(socket);
        drop();
    }

    private void drop() {
        open.forEach(Relay::close);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                open.add(client);
                if (cut) {
                    close(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // Closed, or there is no database to connect to now: then the client is let go.
                drop();
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        open.add(server);
        daemon("to-database", () -> pass(client, server, false));
        daemon("from-database", () -> pass(server, client, true));
    }

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                if (answers && swallows) {
                    swallowed.incrementAndGet();
                } else {
                    out.write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            // One side has gone, so the other one is let go, too.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, "relay-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            // It is gone, in one way or another.
        }
    }
}
