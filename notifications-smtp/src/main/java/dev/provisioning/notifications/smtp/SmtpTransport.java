package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.spi.Scheduler;
import jakarta.mail.Session;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mails to a mail server by SMTP (RFC 5321).
 *
 * <p>Each delivery is one connection. Before the final dot of the content it passes the {@link PointOfNoReturn}; if that
 * throws, the connection is dropped without the dot, and the exception passes through. Everything else is answered, by
 * how far the conversation had come:
 * <ul>
 *   <li>{@link DeliveryResult.Accepted} when the server has answered the dot with yes, whatever comes after; with the
 *       outcome of each recipient. Who was put off is not tried again here.
 *   <li>{@link DeliveryResult.Retry} when the server is out of reach, slow or broken before the dot, or says 4yz.
 *   <li>{@link DeliveryResult.Rejected} when it says 5yz to the mail or to all its recipients.
 *   <li>{@link DeliveryResult.Misconfigured} when an administrator of this side must act: a certificate that is not
 *       trusted or of another host, STARTTLS or AUTH not offered, user or password refused (RFC 4954), no recipient with a
 *       mail address.
 *   <li>{@link DeliveryResult.InDoubt} when no answer to the dot came (RFC 1047).
 * </ul>
 *
 * <p>Conversations are protected as the URL says: {@code smtps} by TLS from the first byte (RFC 8314), {@code
 * smtp+starttls} by STARTTLS that is insisted on, both of version 1.2 at least and with the name of the server verified.
 * {@code smtp} is plaintext: it must be allowed expressly, and never carries credentials.
 *
 * <p>Time is bounded at each step and as a whole, see {@link SmtpTransportBuilder}; only the look-up of the server's name
 * is left to the bounds of the operating system. Interrupting the thread that delivers ends the conversation.
 *
 * <p>The header names the mail by {@link Notification#id()} and the domain of the sender, so that each attempt bears the
 * same Message-ID. Recipients of other kinds than mail are refused. An address with letters outside ASCII before the @ is
 * used if the server offers SMTPUTF8 (RFC 6531), and refused otherwise; such domains always work.
 *
 * <p>Thread-safe. Logs at debug only, and never bodies, secrets or whole addresses.
 *
 * <pre>{@code
 * Transport mail = SmtpTransport.of("smtps://engine:s3cret@mail.example.com", "provisioning@example.com");
 * }</pre>
 */
public final class SmtpTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);

    private final SmtpConfiguration configuration;
    private final Session mail;
    private final Scheduler scheduler;
    private final @Nullable WatchdogThread own;
    private int running;
    private boolean closed;

    SmtpTransport(SmtpConfiguration configuration, @Nullable Scheduler scheduler) {
        this.configuration = configuration;
        this.own = scheduler == null ? new WatchdogThread() : null;
        this.scheduler = scheduler == null ? Objects.requireNonNull(own) : scheduler;
        this.mail = OwnLoader.call(() -> MailSession.of(configuration));
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
        if (!begin()) {
            return DeliveryResult.retry(Stage.CONNECT, "the transport is closed");
        }
        try {
            PointOfNoReturn callers = OwnLoader.callersOwn(point);
            DeliveryResult result = OwnLoader.call(() -> delivery(notification).run(callers));
            LOG.debug("{} by {}: {}", notification, configuration.server(), result);
            return result;
        } finally {
            end();
        }
    }

    private Delivery delivery(Notification notification) {
        return new Delivery(notification, configuration.sender(), new SmtpSession(configuration, mail, scheduler));
    }

    /** Begins no further delivery; those that run end in their time, and after the last of them no thread is left. */
    @Override
    public synchronized void close() {
        closed = true;
        retire();
    }

    private synchronized boolean begin() {
        running += closed ? 0 : 1;
        return !closed;
    }

    private synchronized void end() {
        running--;
        retire();
    }

    private synchronized void retire() {
        if (closed && running == 0 && own != null) {
            own.close();
        }
    }

    /** {@return the server, without user and password} */
    @Override
    public String toString() {
        return "SmtpTransport[" + configuration.server() + "]";
    }
}
