package dev.provisioning.notifications.benchmarks.smtp.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A port of a sink, some distance away: whatever is sent arrives half a round trip later, in either direction, with as
 * many packets under way as there are. The handshake that opens a connection takes its time, too: on loopback it is over
 * at once, so the far end is told of it one and a half round trips later, when its last packet would have arrived.
 */
public final class SlowLink implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ExecutorService threads = Executors.newCachedThreadPool(SlowLink::daemon);
    private final ServerSocket near = new ServerSocket();
    private final int farPort;
    private final Duration oneWay;

    /**
     * Opens a link.
     *
     * @param farPort where it leads, on the loopback interface
     * @param roundTrip how long a packet and its answer take
     * @throws IOException if there is no port
     */
    public SlowLink(int farPort, Duration roundTrip) throws IOException {
        this.farPort = farPort;
        this.oneWay = roundTrip.dividedBy(2);
        near.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        threads.execute(this::accept);
    }

    /** {@return the port at this end} */
    public int port() {
        return near.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        near.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                Socket caller = near.accept();
                Arrival handshake = Arrival.after(oneWay.multipliedBy(3));
                threads.execute(() -> connect(caller, handshake));
            } catch (IOException e) {
                if (!near.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket caller, Arrival handshake) {
        Lane there = new Lane(oneWay);
        Lane back = new Lane(oneWay);
        threads.execute(() -> there.enter(caller));
        handshake.await();
        try {
            Socket far = new Socket(InetAddress.getLoopbackAddress(), farPort);
            threads.execute(() -> there.leave(far));
            threads.execute(() -> back.enter(far));
            back.leave(caller);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "link");
        thread.setDaemon(true);
        return thread;
    }
}
