package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.spi.Scheduler;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link SmtpTransport} needs to know. {@link #build()} checks all of it at once.
 *
 * <p>Not thread-safe.
 *
 * <pre>{@code
 * Transport mail = SmtpTransport.builder()
 *         .url("smtp+starttls://mail.example.com")
 *         .credentials("engine", vault::password)
 *         .from("provisioning@example.com")
 *         .fromName("Account provisioning")
 *         .envelopeSender("bounces@example.com")
 *         .build();
 * }</pre>
 */
public final class SmtpTransportBuilder {
    private static final int MAX_NAME = 100;
    private static final Pattern HELLO = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");

    private @Nullable String url;
    private @Nullable String from;
    private @Nullable String fromName;
    private @Nullable String envelopeSender;
    private @Nullable Credentials credentials;
    private @Nullable SSLContext sslContext;
    private @Nullable String helloName;
    private @Nullable Scheduler scheduler;
    private boolean plaintextAllowed;
    private Timeouts timeouts = Timeouts.DEFAULT;

    SmtpTransportBuilder() {}

    /**
     * Names the server. Required.
     *
     * @param server {@code smtps://user:password@host:465}, {@code smtp+starttls://host:587} or {@code smtp://host:25},
     *     the latter with {@code ?plaintext=allowed} or {@link #allowPlaintext()}; these ports are the defaults, user and
     *     password are optional and percent-encoded
     * @return this
     */
    public SmtpTransportBuilder url(String server) {
        url = server;
        return this;
    }

    /**
     * Names the server. Required.
     *
     * @param server as above
     * @return this
     */
    public SmtpTransportBuilder url(URI server) {
        return url(server.toString());
    }

    /**
     * Says who signs in, in place of what the URL says. By default nobody does.
     *
     * @param user the name
     * @param password asked at every delivery, so that it may change; if it throws, the delivery is to be tried again
     * @return this
     */
    public SmtpTransportBuilder credentials(String user, Supplier<String> password) {
        credentials = new Credentials(user, password);
        return this;
    }

    /**
     * Says from whom mails come. Required.
     *
     * @param address a mail address with an ASCII local part; its domain also ends the Message-ID
     * @return this
     */
    public SmtpTransportBuilder from(String address) {
        from = address;
        return this;
    }

    /**
     * Says which name readers see beside the address. By default none.
     *
     * @param name one line of at most 100 characters
     * @return this
     */
    public SmtpTransportBuilder fromName(String name) {
        fromName = name;
        return this;
    }

    /**
     * Says where bounces go. By default to the {@linkplain #from sender}.
     *
     * @param address a mail address with an ASCII local part; empty for the null sender (RFC 5321 section 4.5.5), to which
     *     no server bounces, and from which some accept nothing
     * @return this
     */
    public SmtpTransportBuilder envelopeSender(String address) {
        envelopeSender = address;
        return this;
    }

    /**
     * Allows the scheme {@code smtp}, which protects nothing: for a relay on the same machine, and tests.
     *
     * @return this
     */
    public SmtpTransportBuilder allowPlaintext() {
        plaintextAllowed = true;
        return this;
    }

    /**
     * Says which certificates are trusted, and which are presented. By default those of the Java platform.
     *
     * @param context a context that was initialised
     * @return this
     */
    public SmtpTransportBuilder sslContext(SSLContext context) {
        sslContext = context;
        return this;
    }

    /**
     * Says how to greet the server. By default by the address of this end of the connection, in brackets, which takes no
     * look-up (RFC 5321 section 4.1.3).
     *
     * @param name a domain name or an address in brackets
     * @return this
     */
    public SmtpTransportBuilder helloName(String name) {
        helloName = name;
        return this;
    }

    /**
     * Bounds the time to connect, at each address of the server. Default 15 seconds.
     *
     * @param time 1 millisecond to 24 hours
     * @return this
     */
    public SmtpTransportBuilder connectTimeout(Duration time) {
        timeouts = new Timeouts(time, timeouts.command(), timeouts.endOfData(), timeouts.delivery());
        return this;
    }

    /**
     * Bounds the time of each answer, of the TLS handshake, and of taking in the content. Default 5 minutes (RFC 5321
     * section 4.5.3.2).
     *
     * @param time 1 millisecond to 24 hours
     * @return this
     */
    public SmtpTransportBuilder commandTimeout(Duration time) {
        timeouts = new Timeouts(timeouts.connect(), time, timeouts.endOfData(), timeouts.delivery());
        return this;
    }

    /**
     * Bounds the wait for the answer to the final dot. Default 10 minutes (RFC 5321 section 4.5.3.2.6); what is shorter
     * turns slow servers into doubts.
     *
     * @param time 1 millisecond to 24 hours
     * @return this
     */
    public SmtpTransportBuilder endOfDataTimeout(Duration time) {
        timeouts = new Timeouts(timeouts.connect(), timeouts.command(), time, timeouts.delivery());
        return this;
    }

    /**
     * Bounds a delivery as a whole. Default 15 minutes. What comes before the final dot gets what the {@linkplain
     * #endOfDataTimeout wait after it} leaves, so that this wait is never cut short. Not counted is the time that the
     * point of no return takes.
     *
     * @param time 1 millisecond to 24 hours, and longer than the wait after the final dot
     * @return this
     */
    public SmtpTransportBuilder deliveryTimeout(Duration time) {
        timeouts = new Timeouts(timeouts.connect(), timeouts.command(), timeouts.endOfData(), time);
        return this;
    }

    /**
     * Says who watches the time. By default a daemon thread of the transport, which is there while a delivery runs.
     *
     * @param watch runs the short task that closes a connection when its time is over
     * @return this
     */
    public SmtpTransportBuilder scheduler(Scheduler watch) {
        scheduler = watch;
        return this;
    }

    /**
     * Makes the transport. Connects nowhere yet.
     *
     * @return the transport
     * @throws IllegalArgumentException if anything is missing or wrong; the message names every fault by its path, such as
     *     {@code smtp.from}, and shows no secret
     */
    public SmtpTransport build() {
        Faults faults = new Faults();
        ServerUrl server = ServerUrl.parse(url, faults);
        Credentials signIn = credentials != null || server == null ? credentials : server.credentials();
        Sender sender = sender(faults);
        timeouts.check(faults);
        check(server, signIn, faults);
        faults.throwIfAny();
        if (server == null || sender == null) {
            throw new IllegalStateException("what is missing is a fault");
        }
        SSLContext tls = sslContext == null ? Tls.platform() : sslContext;
        return new SmtpTransport(new SmtpConfiguration(server, signIn, sender, timeouts, tls, helloName), scheduler);
    }

    private void check(@Nullable ServerUrl server, @Nullable Credentials signIn, Faults faults) {
        if (signIn != null) {
            faults.require(
                    isLine(signIn.user()), "smtp.credentials has a user that is empty or has control characters");
        }
        if (server != null && server.security() == Security.PLAINTEXT) {
            faults.require(
                    plaintextAllowed || server.plaintextAllowed(),
                    "smtp.url is plaintext, which must be allowed by ?plaintext=allowed or allowPlaintext()");
            faults.require(
                    signIn == null, "smtp.credentials would go over plaintext: use smtps:// or smtp+starttls://");
        }
        faults.require(helloName == null || HELLO.matcher(helloName).matches(), "smtp.helloName is not a domain name");
    }

    private @Nullable Sender sender(Faults faults) {
        faults.require(
                fromName == null || (isLine(fromName) && fromName.length() <= MAX_NAME),
                "smtp.fromName is empty, longer than " + MAX_NAME + " characters or has control characters");
        Mailbox mailbox = mailbox("smtp.from", from, faults);
        boolean bounceElsewhere = envelopeSender != null && !envelopeSender.isEmpty();
        Mailbox envelope = bounceElsewhere ? mailbox("smtp.envelopeSender", envelopeSender, faults) : mailbox;
        return mailbox == null || envelope == null
                ? null
                : new Sender(mailbox, fromName, "".equals(envelopeSender) ? "" : envelope.toString());
    }

    private static @Nullable Mailbox mailbox(String path, @Nullable String address, Faults faults) {
        if (address == null) {
            faults.add(path + " is missing");
            return null;
        }
        try {
            Mailbox mailbox = Mailbox.of(Recipient.mail(address));
            faults.require(mailbox.isAscii(), path + " has letters outside ASCII before the @");
            return mailbox;
        } catch (IllegalArgumentException e) {
            faults.add(path + " is not a mail address");
            return null;
        }
    }

    private static boolean isLine(@Nullable String text) {
        return text != null && !text.isBlank() && text.codePoints().noneMatch(SmtpTransportBuilder::isControl);
    }

    private static boolean isControl(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
