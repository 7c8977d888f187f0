package dev.provisioning.notifications.benchmarks.smtp.sink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A mail server on the loopback interface that accepts every mail and counts it, so that what is measured is the sender.
 * Plain on one port, TLS from the first byte on another.
 *
 * <p>A thread for each connection that blocks: a selector costs a system call more per answer, and the benchmark never
 * has more than a few dozen connections.
 */
public final class Sink implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final ExecutorService threads = Executors.newCachedThreadPool(Sink::daemon);
    private final List<ServerSocket> ports = new CopyOnWriteArrayList<>();
    private final LongAdder connections = new LongAdder();
    private final LongAdder mails = new LongAdder();
    private final LongAdder octets = new LongAdder();
    private final ServerSocket plain;
    private final ServerSocket secure;
    private final @Nullable Consumer<byte[]> reader;

    private Sink(SSLContext tls, @Nullable Consumer<byte[]> reader) throws IOException {
        this.reader = reader;
        this.plain = listen(new ServerSocket());
        this.secure = listen(tls.getServerSocketFactory().createServerSocket());
    }

    /**
     * Starts a sink that throws away what it accepts.
     *
     * @param tls how it proves who it is
     * @return the sink
     * @throws IOException if there is no port
     */
    public static Sink start(SSLContext tls) throws IOException {
        return new Sink(tls, null);
    }

    /**
     * Starts a sink that shows what it accepts.
     *
     * @param tls how it proves who it is
     * @param reader gets each mail, its dots no longer doubled, before it is accepted; called by several threads
     * @return the sink
     * @throws IOException if there is no port
     */
    public static Sink start(SSLContext tls, Consumer<byte[]> reader) throws IOException {
        return new Sink(tls, reader);
    }

    /** {@return the port without TLS} */
    public int plainPort() {
        return plain.getLocalPort();
    }

    /** {@return the port with TLS} */
    public int securePort() {
        return secure.getLocalPort();
    }

    /** {@return what has come in so far} */
    public SinkCounts counts() {
        return new SinkCounts(connections.sum(), mails.sum(), octets.sum());
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket port : ports) {
            port.close();
        }
        threads.shutdownNow();
    }

    private ServerSocket listen(ServerSocket port) throws IOException {
        port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        ports.add(port);
        threads.execute(() -> accept(port));
        return port;
    }

    private void accept(ServerSocket port) {
        while (!port.isClosed()) {
            try {
                Socket socket = port.accept();
                connections.increment();
                threads.execute(() -> converse(socket));
            } catch (IOException e) {
                if (!port.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new SinkConversation(socket.getInputStream(), socket.getOutputStream(), incoming()).run();
        } catch (IOException e) {
            // The client has left without a word; a mail that it had not finished is not counted.
        }
    }

    private Incoming incoming() {
        return new Incoming(mails, octets, reader);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sink");
        thread.setDaemon(true);
        return thread;
    }
}
