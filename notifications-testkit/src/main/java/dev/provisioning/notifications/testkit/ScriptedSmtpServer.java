package dev.provisioning.notifications.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
    private final Security security;
    private final TestCertificate certificate;
    private final Set<String> extensions;
    private final @Nullable String credentials;
    private final ServerSocket socket;
    private final List<SmtpRule> script = new CopyOnWriteArrayList<>();
    private final SmtpLog log = new SmtpLog();
    private final Set<SmtpWire> wires = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    private ScriptedSmtpServer(Builder builder) throws IOException {
        this.security = builder.security;
        this.certificate = builder.certificate;
        this.extensions = new TreeSet<>(builder.extensions);
        this.credentials = builder.credentials;
        this.socket = new ServerSocket();
        // A small window, so that a client notices within the content when nobody reads on.
        this.socket.setReceiveBufferSize(16 * 1024);
        this.socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
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

    /** {@return the name to connect to: {@code localhost}} */
    public String host() {
        return "localhost";
    }

    /** {@return the port to connect to} */
    public int port() {
        return socket.getLocalPort();
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

    /** {@return how many connections were made up to now} */
    public int connections() {
        return log.connections();
    }

    /** Closes all connections and the port. May be called more than once. */
    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
            for (SmtpWire wire : wires) {
                wire.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Security security() {
        return security;
    }

    TestCertificate certificate() {
        return certificate;
    }

    SmtpLog log() {
        return log;
    }

    boolean knows(String userAndPassword) {
        return userAndPassword.equals(credentials);
    }

    boolean announcesAuth(boolean secure) {
        return credentials != null
                && extensions.contains("AUTH PLAIN LOGIN")
                && (secure || security != Security.STARTTLS);
    }

    /** The lines that answer EHLO. */
    List<String> greeting(boolean secure) {
        List<String> words = new ArrayList<>(List.of("scripted.example"));
        extensions.stream()
                .filter(word -> !word.startsWith("AUTH ") || announcesAuth(secure))
                .filter(word -> !word.equals("STARTTLS") || (security == Security.STARTTLS && !secure))
                .forEach(words::add);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            lines.add((i < words.size() - 1 ? "250-" : "250 ") + words.get(i));
        }
        return lines;
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
        daemon("scripted-smtp-server-" + port(), () -> {
            while (!socket.isClosed()) {
                accept();
            }
        });
        return this;
    }

    private void accept() {
        try {
            Socket accepted = socket.accept();
            int number = log.connected();
            daemon("scripted-smtp-server-" + port() + "-" + number, () -> serve(accepted, number));
        } catch (IOException e) {
            // The port was closed, or the client was gone before it was accepted.
        }
    }

    private void serve(Socket accepted, int number) {
        try (accepted;
                SmtpWire wire = new SmtpWire(accepted)) {
            wires.add(wire);
            converse(wire, number);
            wires.remove(wire);
        } catch (IOException e) {
            // The connection is over in any case.
        } finally {
            log.disconnected();
        }
    }

    private void converse(SmtpWire wire, int number) throws IOException {
        try {
            if (closed.getCount() > 0) {
                new SmtpConversation(this, wire, number, closed).run();
            }
        } catch (IOException e) {
            // The client is gone, or the script wants an end.
        } finally {
            wire.end();
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What to set before a server starts. Not thread-safe. */
    public static final class Builder {
        private final Security security;
        private final Set<String> extensions = new TreeSet<>(
                Set.of("PIPELINING", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES", "STARTTLS", "AUTH PLAIN LOGIN"));
        private TestCertificate certificate = TestCertificate.VALID;
        private @Nullable String credentials;

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
