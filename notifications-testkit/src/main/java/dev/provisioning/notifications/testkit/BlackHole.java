package dev.provisioning.notifications.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A port on the loopback interface that answers nobody, as behind a firewall that drops what it does not like: who
 * connects to it waits for the time-out. Made of a full backlog, which Linux answers by silence. Thread-safe.
 */
public final class BlackHole implements AutoCloseable {
    private static final int MOST = 16;
    private static final int PATIENCE_MILLIS = 250;

    private final ServerSocket socket;
    private final List<Socket> fillers = new ArrayList<>();

    private BlackHole(ServerSocket socket) {
        this.socket = socket;
    }

    /**
     * Opens a black hole, on a free port.
     *
     * @return the black hole
     * @throws org.opentest4j.TestAbortedException if this system does not answer a full backlog by silence: the test that
     *     asks is skipped
     */
    public static BlackHole open() {
        return open(InetAddress.getLoopbackAddress(), 0);
    }

    /**
     * Opens a black hole at a place of its own, such as the port of a server at another address of the same machine.
     *
     * @param address an address of the loopback interface
     * @param port the port, 0 for one that is free
     * @return the black hole
     * @throws UncheckedIOException if the port is taken
     * @throws org.opentest4j.TestAbortedException as above
     */
    public static BlackHole open(InetAddress address, int port) {
        try {
            BlackHole hole = new BlackHole(new ServerSocket(port, 1, address));
            if (!hole.fill()) {
                hole.close();
                Assumptions.abort("a full backlog is not silent here");
            }
            return hole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the address to connect to: 127.0.0.1, unless another was told} */
    public String host() {
        return socket.getInetAddress().getHostAddress();
    }

    /** {@return the port to connect to} */
    public int port() {
        return socket.getLocalPort();
    }

    /** Closes the port, and so refuses whoever waits for it. May be called more than once. */
    @Override
    public void close() {
        try {
            socket.close();
            for (Socket filler : fillers) {
                filler.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects until nobody answers any more; tells whether it came to that. */
    private boolean fill() throws IOException {
        for (int i = 0; i < MOST; i++) {
            Socket filler = new Socket();
            fillers.add(filler);
            try {
                filler.connect(new InetSocketAddress(socket.getInetAddress(), port()), PATIENCE_MILLIS);
            } catch (SocketTimeoutException e) {
                return true;
            } catch (IOException e) {
                return false;
            }
        }
        return false;
    }
}
