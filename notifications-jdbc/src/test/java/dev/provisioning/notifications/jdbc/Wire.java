package dev.provisioning.notifications.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire to a server on this machine. Once it is cut, nothing arrives any more, and nobody is told. */
final class Wire implements AutoCloseable {
    private final ServerSocket listener;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    private Wire(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    static Wire to(int port) {
        try {
            Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            Threads.start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    void cut() {
        cut = true;
    }

    @Override
    public void close() {
        tear();
    }

    /** Ends all connections, and takes no more. */
    void tear() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int accept() throws IOException {
        while (true) {
            Socket near = listener.accept();
            Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(near);
            sockets.add(far);
            Threads.start(() -> carry(near, far));
            Threads.start(() -> carry(far, near));
        }
    }

    private int carry(Socket from, Socket to) throws IOException {
        InputStream input = from.getInputStream();
        OutputStream output = to.getOutputStream();
        byte[] bytes = new byte[8_192];
        for (int length = input.read(bytes); length >= 0; length = input.read(bytes)) {
            if (!cut) {
                output.write(bytes, 0, length);
                output.flush();
            }
        }
        if (!cut) {
            to.close();
        }
        return 0;
    }
}
