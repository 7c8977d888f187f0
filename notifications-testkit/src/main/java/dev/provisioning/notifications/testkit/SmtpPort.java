package dev.provisioning.notifications.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Where a {@link ScriptedSmtpServer} is reached: takes connections, and can take them away. Thread-safe. */
final class SmtpPort {
    private final ServerSocket socket = new ServerSocket();
    private final SmtpLog log;
    private final Set<SmtpWire> wires = ConcurrentHashMap.newKeySet();
    private final CountDownLatch deaf = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    SmtpPort(InetAddress address, SmtpLog log) throws IOException {
        this.log = log;
        // A small window, so that a client notices within the content when nobody reads on.
        socket.setReceiveBufferSize(16 * 1024);
        socket.bind(new InetSocketAddress(address, 0));
    }

    int number() {
        return socket.getLocalPort();
    }

    /** Open until the server is closed. */
    CountDownLatch closed() {
        return closed;
    }

    /** Holds a conversation with everybody who connects, each in a thread of its own. */
    void listen(Service service) {
        daemon("scripted-smtp-server-" + number(), () -> {
            try {
                while (!socket.isClosed()) {
                    accept(service);
                }
            } finally {
                deaf.countDown();
            }
        });
    }

    /** Takes no further connections. Waits until nobody listens: only then does the operating system refuse them. */
    void stopListening() throws IOException {
        socket.close();
        try {
            deaf.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void interject(String line) throws IOException {
        for (SmtpWire wire : wires) {
            wire.interject(line);
        }
    }

    void drop() throws IOException {
        for (SmtpWire wire : wires) {
            wire.close();
        }
    }

    void reset() throws IOException {
        for (SmtpWire wire : wires) {
            wire.reset();
        }
    }

    void close() throws IOException {
        closed.countDown();
        stopListening();
        drop();
    }

    private void accept(Service service) {
        try {
            Socket accepted = socket.accept();
            SmtpWire wire = new SmtpWire(accepted);
            wires.add(wire);
            int connection = log.connected();
            daemon("scripted-smtp-server-" + number() + "-" + connection, () -> serve(service, wire, connection));
        } catch (IOException e) {
            // The port was closed, or the client was gone before it was accepted.
        }
    }

    private void serve(Service service, SmtpWire wire, int connection) {
        try (wire) {
            if (closed.getCount() > 0) {
                service.converse(wire, connection);
            }
        } catch (IOException e) {
            // The client is gone, or the script wants an end.
        } finally {
            wires.remove(wire);
            log.disconnected();
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Service {
        void converse(SmtpWire wire, int connection) throws IOException;
    }
}
