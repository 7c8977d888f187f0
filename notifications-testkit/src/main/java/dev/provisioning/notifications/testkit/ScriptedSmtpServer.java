package dev.provisioning.notifications.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A mail server on the loopback interface that does what the test says: any reply, silence or broken connection at any
 * {@link SmtpStep}. Without a script it accepts every mail. It keeps what it accepted, and every command it got.
 *
 * <p>Speaks plaintext, STARTTLS or TLS from the first byte, with a {@link TestCertificate} that clients trust who use
 * {@link #clientTrust()}. It resolves no names and delivers to nobody. Thread-safe; its threads are daemons, and end
 * with {@link #close()}.
 *
 * <pre>{@code
 * try (ScriptedSmtpServer server = ScriptedSmtpServer.startTls().user("engine", "secret").start()) {
 *     server.on(SmtpStep.RCPT).recipient("bob@example.com").reply("550 5.1.1 no such user");
 *     ...
 *     SmtpMail mail = server.awaitMails(1, Duration.ofSeconds(10)).get(0);
 * }
 * }</pre>
 */
public final class ScriptedSmtpServer implements AutoCloseable {
    private final InetAddress address;
    private final TestCertificate certificate;
    private final SmtpOffer offer;
    private final SmtpPort port;
    private final List<SmtpRule> script = new CopyOnWriteArrayList<>();
    private final SmtpLog log = new SmtpLog();

    private ScriptedSmtpServer(Builder builder) throws IOException {
        this.address = builder.address;
        this.certificate = builder.certificate;
        this.offer = builder.offer();
        this.port = new SmtpPort(address, log);
    }

    /** How a server protects its conversations. */
    public enum Security {
        /** Not at all. */
        PLAIN,
        /** By STARTTLS (RFC 3207). */
        STARTTLS,
        /** By TLS from the first byte (RFC 8314). */
        TLS
    }

    /**
     * A server without TLS.
     *
     * @return what to set before it starts
     */
    public static Builder plain() {
        return new Builder(Security.PLAIN);
    }

    /**
     * A server that offers STARTTLS.
     *
     * @return what to set before it starts
     */
    public static Builder startTls() {
        return new Builder(Security.STARTTLS);
    }

    /**
     * A server that speaks TLS from the first byte.
     *
     * @return what to set before it starts
     */
    public static Builder tls() {
        return new Builder(Security.TLS);
    }

    /**
     * What a client trusts that shall trust this kind of server.
     *
     * @return a context whose only authority is that of {@link TestCertificate}
     */
    public static SSLContext clientTrust() {
        return TestCertificate.clientContext();
    }

    /** {@return the name to connect to: {@code localhost}, or the address that was told, as it stands in a URL} */
    public String host() {
        if (address.equals(Builder.LOCALHOST)) {
            return "localhost";
        }
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    /** {@return the port to connect to} */
    public int port() {
        return port.number();
    }

    /**
     * Begins a rule of the script. It may be added to at any time.
     *
     * @param step when it holds
     * @return the rule, to be told what happens
     */
    public SmtpRule on(SmtpStep step) {
        SmtpRule rule = new SmtpRule(step);
        script.add(rule);
        return rule;
    }

    /** {@return the mails accepted up to now, in order} */
    public List<SmtpMail> mails() {
        return log.mails();
    }

    /**
     * Waits for mails.
     *
     * @param count how many, counted from the start
     * @param timeout how long to wait at most
     * @return all mails accepted up to now
     * @throws AssertionError if there are not as many in time
     */
    public List<SmtpMail> awaitMails(int count, Duration timeout) {
        return log.awaitMails(count, timeout);
    }

    /**
     * Waits until a connection was made.
     *
     * @param count how many, counted from the start
     * @param timeout how long to wait at most
     * @throws AssertionError if there are not as many in time
     */
    public void awaitConnections(int count, Duration timeout) {
        log.awaitConnections(count, timeout);
    }

    /**
     * Waits until a command was received, on any connection.
     *
     * @param start how its line begins, in any case, such as {@code RCPT}; a dot for the final dot
     * @param timeout how long to wait at most
     * @throws AssertionError if there is none in time
     */
    public void awaitCommand(String start, Duration timeout) {
        log.awaitCommand(start, timeout);
    }

    /**
     * Waits until no connection is open.
     *
     * @param timeout how long to wait at most
     * @throws AssertionError if there still is one then
     */
    public void awaitNoConnection(Duration timeout) {
        log.awaitNoConnection(timeout);
    }

    /** {@return the command lines received up to now, the final dot among them, one list per connection} */
    public List<List<String>> commands() {
        return log.commands();
    }

    /**
     * Tells which commands of a connection came together, in one write of the client: they ended within the same read of
     * the server. A client that waits for each answer has one command in each group, and one that waits for none may find
     * several writes in one. Over TLS a group has at most one record.
     *
     * @param connection 1 for the first that was made
     * @return the command lines as in {@link #commands()}, in groups; as many groups as there were round trips, not
     *     counting the greeting, TLS, and what else is said in AUTH
     */
    public List<List<String>> groups(int connection) {
        return log.groups(connection);
    }

    /** {@return how many connections were made up to now} */
    public int connections() {
        return log.connections();
    }

    /**
     * Accepts another token from now on, in place of the one before.
     *
     * @param token the token
     */
    public void acceptToken(String token) {
        offer.accounts().acceptToken(token);
    }

    /**
     * Says a line to all clients that are connected, although none of them has asked, as a server does that is about to end.
     *
     * @param line the line with its code, such as {@code 421 4.3.2 shutting down}
     */
    public void interject(String line) {
        attempt(() -> port.interject(line));
    }

    /** Closes the port, so that further connections are refused; those that are there stay. */
    public void stopListening() {
        attempt(port::stopListening);
    }

    /** Closes all connections that there are, as a server does that ends; the port stays open. */
    public void dropConnections() {
        attempt(port::drop);
    }

    /** Closes all connections that there are, as a server does that crashes (TCP RST); the port stays open. */
    public void resetConnections() {
        attempt(port::reset);
    }

    /** Closes all connections and the port. May be called more than once. */
    @Override
    public void close() {
        attempt(port::close);
    }

    TestCertificate certificate() {
        return certificate;
    }

    SmtpOffer offer() {
        return offer;
    }

    SmtpLog log() {
        return log;
    }

    @Nullable
    SmtpReaction reaction(SmtpStep step, int connection, @Nullable String recipient) {
        return script.stream()
                .map(rule -> rule.use(step, connection, recipient))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private ScriptedSmtpServer listen() {
        port.listen(this::converse);
        return this;
    }

    private void converse(SmtpWire wire, int connection) throws IOException {
        try {
            SmtpVoice voice = new SmtpVoice(this, wire, connection, port.closed());
            new SmtpConversation(this, wire, voice, connection).run();
        } finally {
            wire.end();
        }
    }

    private static void attempt(Closeable step) {
        try {
            step.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to set before a server starts. Not thread-safe. */
    public static final class Builder {
        private static final InetAddress LOCALHOST = InetAddress.getLoopbackAddress();

        private final Security security;
        private final Set<String> extensions =
                new TreeSet<>(Set.of("PIPELINING", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES", "STARTTLS", "AUTH"));
        private InetAddress address = LOCALHOST;
        private TestCertificate certificate = TestCertificate.VALID;
        private @Nullable String credentials;
        private @Nullable String tokenUser;
        private String token = "";

        private Builder(Security security) {
            this.security = security;
        }

        /**
         * Demands that clients sign in, by PLAIN or LOGIN; over STARTTLS that is offered only after it.
         *
         * @param user who may
         * @param password by which
         * @return this
         */
        public Builder user(String user, String password) {
            credentials = user + "\0" + password;
            return this;
        }

        /**
         * Demands that clients sign in, by XOAUTH2, or by a password if there is one, too. A token that is wrong is refused as
         * Google and Microsoft do: by a challenge that is to be answered by an empty line, and then 535.
         *
         * @param user who may
         * @param firstToken by which, until it is {@linkplain ScriptedSmtpServer#acceptToken replaced}
         * @return this
         */
        public Builder token(String user, String firstToken) {
            tokenUser = user;
            token = firstToken;
            return this;
        }

        /**
         * Listens on another address of the loopback interface than {@code localhost}, such as {@code ::1} or 127.0.0.2. Such
         * an address is in no {@link TestCertificate}.
         *
         * @param loopback the address
         * @return this
         * @throws IllegalArgumentException if it is not one of the loopback interface
         */
        public Builder address(InetAddress loopback) {
            if (!loopback.isLoopbackAddress()) {
                throw new IllegalArgumentException("address is not of the loopback interface: " + loopback);
            }
            address = loopback;
            return this;
        }

        /**
         * Presents another certificate than the valid one.
         *
         * @param other which
         * @return this
         */
        public Builder certificate(TestCertificate other) {
            certificate = other;
            return this;
        }

        /**
         * Announces a further extension in the answer to EHLO.
         *
         * @param line the keyword and its parameters, such as {@code SIZE 10000}
         * @return this
         */
        public Builder announce(String line) {
            extensions.add(line);
            return this;
        }

        /**
         * Does not announce an extension. Announced by default are PIPELINING, 8BITMIME, SMTPUTF8, ENHANCEDSTATUSCODES,
         * and where it fits STARTTLS and AUTH.
         *
         * @param keyword which
         * @return this
         */
        public Builder without(String keyword) {
            extensions.removeIf(line -> line.equals(keyword) || line.startsWith(keyword + " "));
            return this;
        }

        private SmtpOffer offer() {
            return new SmtpOffer(
                    security,
                    Collections.unmodifiableSet(new TreeSet<>(extensions)),
                    new SmtpAccounts(credentials, tokenUser, token));
        }

        /**
         * Starts the server, on a free port.
         *
         * @return the server
         */
        public ScriptedSmtpServer start() {
            try {
                return new ScriptedSmtpServer(this).listen();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
