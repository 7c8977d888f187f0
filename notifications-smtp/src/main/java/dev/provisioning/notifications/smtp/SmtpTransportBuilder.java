package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.spi.Scheduler;
import java.net.InetAddress;
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
    private static final Pattern HELLO = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,255}");

    private @Nullable String url;
    private @Nullable String from;
    private @Nullable String fromName;
    private @Nullable String envelopeSender;
    private @Nullable String proxy;
    private @Nullable Credentials credentials;
    private @Nullable SSLContext sslContext;
    private @Nullable String helloName;
    private @Nullable Scheduler scheduler;
    private SmtpListener listener = StageClock.NOBODY;
    private Resolver.NameService names = InetAddress::getAllByName;
    private boolean plaintextAllowed;
    private boolean unsubscribing;
    private Timeouts timeouts = Timeouts.DEFAULT;
    private Reuse reuse = Reuse.DEFAULT;

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
     * Says who signs in, in place of what the URL or {@link #xoauth2} says. By default nobody does.
     *
     * <p>By PLAIN, or by LOGIN if the server offers nothing better, and always under TLS. A refusal is final: there is no
     * second try in another way, which might lock the account.
     *
     * @param user the name
     * @param password asked at every connection, so that it may change, and kept no longer than signing in takes; if it
     *     throws, the delivery is to be tried again
     * @return this
     */
    public SmtpTransportBuilder credentials(String user, Supplier<String> password) {
        credentials = Credentials.password(user, password);
        return this;
    }

    /**
     * Says who signs in by XOAUTH2, with a token in place of a password, and in place of what the URL or {@link #credentials}
     * says.
     *
     * @param user the name, for most servers the mail address of the mailbox
     * @param token the access token, without {@code Bearer}; asked at every connection, and once more after a refusal, so
     *     that one that has expired can be replaced: if it is the same again, the refusal stands
     * @return this
     * @see <a href="https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth">XOAUTH2
     *     as Exchange Online understands it</a>
     */
    public SmtpTransportBuilder xoauth2(String user, Supplier<String> token) {
        credentials = Credentials.token(user, token);
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
     * Lets the header say where notifications can be switched off (RFC 2369 section 3.2), if the subscription names
     * {@linkplain dev.provisioning.notifications.Labels#settings() a page for it}. By default it does not.
     *
     * <p>Mail clients may show a button for it, which opens that page. The page should show who asks and for which
     * application, and change nothing before somebody who may do so has said yes: scanners open links too. That is why a click
     * alone is never enough (RFC 8058): where the recipient is a distribution list, one of its members, or a scanner, would silence
     * the application for all.
     *
     * @return this
     */
    public SmtpTransportBuilder listUnsubscribe() {
        unsubscribing = true;
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
     * Bounds the look-up of the server's name. Default 15 seconds. A name that nobody knows for an hour is taken for a
     * fault that somebody has to mend.
     *
     * @param time 1 millisecond to 24 hours
     * @return this
     */
    public SmtpTransportBuilder lookupTimeout(Duration time) {
        timeouts =
                new Timeouts(time, timeouts.connect(), timeouts.command(), timeouts.endOfData(), timeouts.delivery());
        return this;
    }

    /**
     * Bounds the time to connect, at each address of the server. Default 15 seconds.
     *
     * @param time 1 millisecond to 24 hours
     * @return this
     */
    public SmtpTransportBuilder connectTimeout(Duration time) {
        timeouts = new Timeouts(timeouts.lookup(), time, timeouts.command(), timeouts.endOfData(), timeouts.delivery());
        return this;
    }

    /**
     * Bounds the time of each answer, of the TLS handshake, and of taking in each 64 KB of the content. Default 5 minutes (RFC 5321
     * section 4.5.3.2).
     *
     * @param time 1 millisecond to 24 hours
     * @return this
     */
    public SmtpTransportBuilder commandTimeout(Duration time) {
        timeouts = new Timeouts(timeouts.lookup(), timeouts.connect(), time, timeouts.endOfData(), timeouts.delivery());
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
        timeouts = new Timeouts(timeouts.lookup(), timeouts.connect(), timeouts.command(), time, timeouts.delivery());
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
        timeouts = new Timeouts(timeouts.lookup(), timeouts.connect(), timeouts.command(), timeouts.endOfData(), time);
        return this;
    }

    /**
     * Says through which proxy to connect. By default through none, whatever system properties say. The name of the server
     * is left to the proxy to look up.
     *
     * @param server {@code http://user:password@host:3128} for the method CONNECT (RFC 9110 section 9.3.6) with Basic
     *     authentication, or {@code socks5://user:password@host:1080} (RFC 1928, RFC 1929); these ports are the defaults,
     *     user and password are optional and percent-encoded
     * @return this
     */
    public SmtpTransportBuilder proxy(String server) {
        proxy = server;
        return this;
    }

    /**
     * Says how many connections may wait for their next mail. Default 4; as many as mails are delivered at a time is
     * best.
     *
     * @param count 0 to 1000; 0 to open a connection for each mail
     * @return this
     */
    public SmtpTransportBuilder keptConnections(int count) {
        reuse = new Reuse(count, reuse.idle(), reuse.age(), reuse.mails());
        return this;
    }

    /**
     * Bounds how long a connection may wait for its next mail. Default 30 seconds. After five seconds the server is first
     * asked whether it is still there.
     *
     * @param time 1 millisecond to 24 hours
     * @return this
     */
    public SmtpTransportBuilder idleLimit(Duration time) {
        reuse = new Reuse(reuse.kept(), time, reuse.age(), reuse.mails());
        return this;
    }

    /**
     * Bounds how long a connection is used. Default 10 minutes.
     *
     * @param time 1 millisecond to 24 hours
     * @return this
     */
    public SmtpTransportBuilder ageLimit(Duration time) {
        reuse = new Reuse(reuse.kept(), reuse.idle(), time, reuse.mails());
        return this;
    }

    /**
     * Bounds how many mails go over a connection. Default 100, which most servers allow.
     *
     * @param count 1 to 100,000
     * @return this
     */
    public SmtpTransportBuilder mailsPerConnection(int count) {
        reuse = new Reuse(reuse.kept(), reuse.idle(), reuse.age(), count);
        return this;
    }

    /**
     * Says who is told how long each stage takes. By default nobody.
     *
     * @param told of each stage that comes to its end
     * @return this
     */
    public SmtpTransportBuilder listener(SmtpListener told) {
        listener = told;
        return this;
    }

    /** Says who knows the addresses of the server; for tests. */
    SmtpTransportBuilder names(Resolver.NameService service) {
        names = service;
        return this;
    }

    /**
     * Says who watches the time. By default a daemon thread of the transport, which is there as long as a connection is.
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
        ProxyUrl through = ProxyUrl.parse(proxy, faults);
        Credentials signIn = credentials != null || server == null ? credentials : server.credentials();
        Sender sender = Sender.of(from, fromName, envelopeSender, unsubscribing, faults);
        timeouts.check(faults);
        reuse.check(faults);
        check(server, signIn, faults);
        faults.throwIfAny();
        if (server == null || sender == null) {
            throw new IllegalStateException("what is missing is a fault");
        }
        // What the platform trusts is not even looked at for nothing: it takes randomness.
        boolean platforms = sslContext == null && server.security() != Security.PLAINTEXT;
        SSLContext tls = platforms ? Tls.platform() : sslContext;
        return new SmtpTransport(
                new SmtpConfiguration(
                        server, through, names, signIn, sender, timeouts, reuse, tls, helloName, listener),
                scheduler);
    }

    private void check(@Nullable ServerUrl server, @Nullable Credentials signIn, Faults faults) {
        if (signIn != null) {
            faults.require(
                    OneLine.is(signIn.user()), "smtp.credentials has a user that is empty or has control characters");
        }
        if (server != null && server.security() == Security.PLAINTEXT) {
            faults.require(
                    plaintextAllowed || server.plaintextAllowed(),
                    "smtp.url is plaintext, which must be allowed by ?plaintext=allowed or allowPlaintext()");
            faults.require(
                    signIn == null, "smtp.credentials would go over plaintext: use smtps:// or smtp+starttls://");
        }
        faults.require(
                helloName == null || HELLO.matcher(helloName).matches(),
                "smtp.helloName is not a domain name: " + OneLine.shown(helloName));
    }
}
