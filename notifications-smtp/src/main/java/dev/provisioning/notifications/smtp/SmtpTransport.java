package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.spi.Scheduler;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mails to a mail server by SMTP (RFC 5321).
 *
 * <p>Before the final dot of the content it passes the {@link PointOfNoReturn}; if that throws, the connection is dropped
 * without the dot, and the exception passes through. Everything else is answered, by how far the conversation had come:
 * <ul>
 *   <li>{@link DeliveryResult.Accepted} when the server has answered the dot with yes, whatever comes after; with the
 *       outcome of each recipient. Who was put off is not tried again here.
 *   <li>{@link DeliveryResult.Retry} when the server is out of reach, slow or broken before the dot, or says 4yz.
 *   <li>{@link DeliveryResult.Rejected} when it says 5yz to the mail or to all its recipients.
 *   <li>{@link DeliveryResult.Misconfigured} when an administrator of this side must act: a certificate that is not
 *       trusted or of another host, STARTTLS or AUTH not offered, user or password refused (RFC 4954), a proxy that
 *       refuses, a name that nobody has known for an hour, no recipient with a mail address.
 *   <li>{@link DeliveryResult.InDoubt} when no answer to the dot came (RFC 1047).
 * </ul>
 *
 * <p>Conversations are protected as the URL says: {@code smtps} by TLS from the first byte (RFC 8314), {@code
 * smtp+starttls} by STARTTLS that is insisted on, both of version 1.2 at least and with the name of the server verified.
 * {@code smtp} is plaintext: it must be allowed expressly, and never carries credentials. What was asked for is never
 * replaced by something weaker.
 *
 * <p>A connection over which a mail was accepted is kept for the next, within limits; one that has ended meanwhile is
 * replaced, and nobody notices. Where the server offers PIPELINING (RFC 2920), a mail over a kept connection takes two
 * round trips.
 *
 * <p>Time is bounded at each step and as a whole, see {@link SmtpTransportBuilder}. Interrupting the thread that delivers
 * ends the conversation.
 *
 * <p>The header names the mail by {@link Notification#id()} and the domain of the sender, so that each attempt bears the
 * same Message-ID. Recipients of other kinds than mail are refused. An address with letters outside ASCII before the @ is
 * used if the server offers SMTPUTF8 (RFC 6531), and refused otherwise; such domains always work.
 *
 * <p>Thread-safe. Logs at debug what became of each mail, and at trace the conversations, in both cases without bodies,
 * secrets or whole addresses. Reads and sets nothing that is global: no system property, no default session, no context
 * class loader.
 *
 * <pre>{@code
 * Transport mail = SmtpTransport.of("smtps://engine:s3cret@mail.example.com", "provisioning@example.com");
 * }</pre>
 */
public final class SmtpTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);

    private final SmtpConfiguration configuration;
    private final Scheduler scheduler;
    private final @Nullable WatchdogThread own;
    private final Opener opener;
    private final Connections connections;
    private final Underway underway;

    /** Taking leave is watched, too. */
    private volatile boolean left;

    SmtpTransport(SmtpConfiguration configuration, @Nullable Scheduler scheduler) {
        this.configuration = configuration;
        this.own = scheduler == null ? new WatchdogThread() : null;
        this.scheduler = scheduler == null ? Objects.requireNonNull(own) : scheduler;
        this.opener = new Opener(configuration, this.scheduler);
        this.connections = new Connections(configuration, opener, this.scheduler);
        this.underway = new Underway(this.scheduler);
    }

    /**
     * Begins a transport; at least the URL and the sender must be told.
     *
     * @return a builder with the defaults that it states
     */
    public static SmtpTransportBuilder builder() {
        return new SmtpTransportBuilder();
    }

    /**
     * Makes a transport with all defaults.
     *
     * @param url the server, as told at {@link SmtpTransportBuilder#url(String)}
     * @param from the mail address of the sender
     * @return the transport
     * @throws IllegalArgumentException if anything is wrong with them; the message names each fault, and no password
     */
    public static SmtpTransport of(String url, String from) {
        return builder().url(url).from(from).build();
    }

    /**
     * Makes a transport with all defaults.
     *
     * @param url the server, as told at {@link SmtpTransportBuilder#url(String)}
     * @param from the mail address of the sender
     * @return the transport
     * @throws IllegalArgumentException if anything is wrong with them; the message names each fault, and no password
     */
    public static SmtpTransport of(URI url, String from) {
        return of(url.toString(), from);
    }

    /**
     * Delivers a mail, as told above.
     *
     * @throws RuntimeException what the point throws
     */
    @Override
    public DeliveryResult deliver(Notification notification, PointOfNoReturn point) {
        Passage passage = new Passage(scheduler, configuration.timeouts().beforeHandover());
        if (!underway.begin(passage)) {
            return DeliveryResult.retry(Stage.CONNECT, "the transport is closed");
        }
        try {
            Delivery delivery = new Delivery(notification, configuration.sender(), connections, passage);
            DeliveryResult result = delivery.run(point);
            LOG.debug("{} by {}: {}", notification, configuration.server(), result);
            return result;
        } finally {
            end(passage);
        }
    }

    /**
     * Tries the server without sending a mail: connects, greets, signs in, asks whether it would take a mail to these
     * recipients, and leaves. Always over a connection of its own, and within the same time limits as a delivery.
     *
     * @param recipients who is asked about, by naming sender and recipients as for a mail; none to go no further than
     *     signing in
     * @return what the server offers, and what is wrong
     * @throws IllegalStateException if the transport is closed
     */
    public SmtpProbe probe(Recipient... recipients) {
        Passage passage = new Passage(scheduler, configuration.timeouts().beforeHandover());
        if (!underway.begin(passage)) {
            throw new IllegalStateException("the transport is closed");
        }
        try {
            return new Prober(configuration, opener, passage).probe(List.of(recipients));
        } finally {
            end(passage);
        }
    }

    /**
     * Ends what is under way: deliveries before their final dot at once, as to be tried again; behind it after waiting at
     * most five seconds for the answer. Then takes leave of the servers. No thread is left, but one that looks up a name
     * until the operating system gives up. May be called more than once.
     */
    @Override
    public void close() {
        underway.close();
        connections.close();
        left = true;
        retire();
    }

    private void end(Passage passage) {
        underway.end(passage);
        retire();
    }

    private void retire() {
        if (own != null && left && underway.isOver()) {
            own.close();
        }
    }

    /** {@return the server, without user and password} */
    @Override
    public String toString() {
        return "SmtpTransport[" + configuration.server() + "]";
    }
}
