package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.spi.Scheduler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import org.jspecify.annotations.Nullable;

/**
 * Connects to the server, or to the proxy before it, at whichever of its addresses answers first. Made of a channel, because
 * the interruption of a thread that reads from one ends the connection. Thread-safe.
 */
final class Dialer {
    private final SmtpConfiguration configuration;
    private final Scheduler scheduler;
    private final Resolver resolver;
    private final @Nullable Tunnel tunnel;
    private final int port;

    Dialer(SmtpConfiguration configuration, Scheduler scheduler) {
        this.configuration = configuration;
        this.scheduler = scheduler;
        ProxyUrl proxy = configuration.proxy();
        String host = proxy == null ? configuration.server().host() : proxy.host();
        this.resolver = new Resolver(host, configuration.names(), scheduler);
        this.tunnel = proxy == null ? null : Tunnel.through(proxy);
        this.port = proxy == null ? configuration.server().port() : proxy.port();
    }

    /** A connection over which nothing was said yet. */
    Dialogue dial(Passage passage, SmtpListener listener) throws SmtpFailure {
        StageClock clock = new StageClock(scheduler, listener);
        clock.enter(Stage.LOOKUP);
        SmtpFailure last = null;
        for (InetAddress address :
                resolver.lookUp(passage.left(configuration.timeouts().lookup()), passage)) {
            try {
                return connect(address, passage, clock);
            } catch (SmtpFailure failure) {
                last = failure;
            }
            // A proxy that does not know us at one address would only lock the account at the next.
            boolean refused = last.getCause() instanceof ProxyRefusedException refusal && refusal.needsAdministrator();
            if (passage.isOver() || refused) {
                break;
            }
        }
        if (last == null) {
            throw new IllegalStateException("a host without addresses");
        }
        throw last;
    }

    private Dialogue connect(InetAddress address, Passage passage, StageClock clock) throws SmtpFailure {
        try {
            SocketChannel channel = SocketChannel.open();
            Dialogue dialogue = dialogue(channel, clock, passage);
            try {
                // Small writes leave at once, and do not wait for acknowledgements (Nagle's algorithm).
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                dialogue.enter(Stage.CONNECT);
                channel.connect(new InetSocketAddress(address, port));
                connectOn(dialogue);
                return dialogue;
            } catch (UnsupportedAddressTypeException e) {
                dialogue.close();
                throw unreachable("this machine does not speak IPv6", new IOException(e));
            } catch (IOException e) {
                dialogue.close();
                throw unreachable(dialogue.wasEndedHere() ? dialogue.reason(e) : SmtpFailure.reason(e), e);
            }
        } catch (IOException e) {
            throw unreachable(SmtpFailure.reason(e), e);
        }
    }

    private void connectOn(Dialogue dialogue) throws IOException {
        if (tunnel != null) {
            dialogue.enter(Stage.CONNECT);
            ChannelSocket raw = dialogue.wire().raw();
            ServerUrl server = configuration.server();
            tunnel.open(raw.getInputStream(), raw.getOutputStream(), server.host(), server.port());
        }
    }

    private Dialogue dialogue(SocketChannel channel, StageClock clock, Passage passage) throws IOException {
        Wire wire = new Wire(new ChannelSocket(channel));
        Transcript transcript = new Transcript(configuration.server());
        Watchdog watchdog = new Watchdog(scheduler, wire);
        Dialogue dialogue = new Dialogue(wire, watchdog, clock, transcript, configuration.timeouts(), passage);
        dialogue.beginFor(passage);
        return dialogue;
    }

    private SmtpFailure unreachable(String reason, IOException cause) {
        boolean refused = cause instanceof ProxyRefusedException refusal && refusal.needsAdministrator();
        String text = "no connection to " + configuration.server() + ": " + reason;
        return SmtpFailure.of(Stage.CONNECT, refused ? Problem.UNFIT : Problem.SILENT, text, cause);
    }
}
