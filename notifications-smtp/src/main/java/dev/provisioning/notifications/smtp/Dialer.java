package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Connects to a server, at whichever of its addresses answers first. Made of a channel, because the interruption of a
 * thread that reads from one ends the connection. A name look-up can neither be interrupted nor bounded: the resolver of
 * the operating system has bounds of its own.
 */
final class Dialer {
    /** How much later than the watchdog a read ends by itself, should the watchdog not run. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final ServerUrl server;
    private final Timeouts timeouts;

    Dialer(ServerUrl server, Timeouts timeouts) {
        this.server = server;
        this.timeouts = timeouts;
    }

    /** A connection that the watchdog guards. */
    Socket dial(Watchdog watchdog) throws SmtpFailure {
        SmtpFailure last = null;
        for (InetAddress address : lookUp()) {
            try {
                return connect(address, watchdog);
            } catch (IOException e) {
                String text = "no connection to " + server + ": " + SmtpFailure.reason(e);
                last = SmtpFailure.of(Stage.CONNECT, Problem.SILENT, text, e);
            }
            if (watchdog.hasBarked() || Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        throw last == null ? unknown(null) : last;
    }

    private InetAddress[] lookUp() throws SmtpFailure {
        try {
            return InetAddress.getAllByName(server.host());
        } catch (UnknownHostException e) {
            throw unknown(e);
        }
    }

    private SmtpFailure unknown(@Nullable Throwable cause) {
        return SmtpFailure.of(Stage.LOOKUP, Problem.SILENT, "no address is known for " + server.host(), cause);
    }

    private Socket connect(InetAddress address, Watchdog watchdog) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            watchdog.guard(channel);
            // Small writes leave at once: a mail over 8 KB would otherwise wait for acknowledgements (Nagle's
            // algorithm).
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Socket socket = channel.socket();
            socket.connect(new InetSocketAddress(named(address), server.port()), millis(timeouts.connect()));
            socket.setSoTimeout(millis(longest().plus(GRACE)));
            return socket;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The address under the name it was found by, which is what the certificate is compared to after STARTTLS. */
    private InetAddress named(InetAddress address) throws UnknownHostException {
        return InetAddress.getByAddress(server.host(), address.getAddress());
    }

    private Duration longest() {
        boolean command = timeouts.command().compareTo(timeouts.endOfData()) > 0;
        return command ? timeouts.command() : timeouts.endOfData();
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(Math.max(1, duration.toMillis()));
    }
}
