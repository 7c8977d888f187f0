package dev.provisioning.notifications.interop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Ports of this machine that it alone can reach. */
final class Loopback {
    private static final int MILLIS = 10_000;

    private Loopback() {}

    /** IPv4, whatever the platform prefers: at the same port of the other loopback may be somebody else. */
    static InetAddress address() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ports that were free a moment ago. */
    static List<Integer> freePorts(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(listen());
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(Loopback::close);
        }
    }

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(address(), port), MILLIS);
        return socket;
    }

    /** What a server says first; empty if it says nothing for a while. */
    static String firstLine(int port) {
        try (Socket socket = connect(port)) {
            socket.setSoTimeout(MILLIS);
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }

    static boolean listens(int port) {
        try (Socket socket = connect(port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Serves each connection in a thread of its own, until the port is closed. */
    static void accept(String name, ServerSocket port, Consumer<Socket> service) {
        daemon(name, () -> {
            while (!port.isClosed()) {
                try {
                    Socket accepted = port.accept();
                    daemon(name + "-connection", () -> service.accept(accepted));
                } catch (IOException e) {
                    // The port was closed.
                }
            }
        });
    }

    static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
