package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.spi.Scheduler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with a server, from connecting to taking leave. Every failure is told as one {@link SmtpFailure}, by
 * how far the conversation had come and never by the kind of exception. For one thread.
 *
 * <p>To be closed: what has not taken leave is then dropped, without a final dot.
 */
final class SmtpSession implements AutoCloseable {
    private final SmtpConfiguration configuration;
    private final Session mail;
    private final Watchdog watchdog;
    private @Nullable Socket raw;
    private @Nullable SmtpConnection connection;

    SmtpSession(SmtpConfiguration configuration, Session mail, Scheduler scheduler) {
        this.configuration = configuration;
        this.mail = mail;
        this.watchdog = new Watchdog(scheduler);
    }

    /** Connects, greets, secures, signs in. */
    void open() throws SmtpFailure {
        String password = password();
        watchdog.allowAll(configuration.timeouts().beforeHandover());
        Socket dialled = new Dialer(configuration.server(), configuration.timeouts()).dial(watchdog);
        raw = dialled;
        Socket socket = configuration.server().security() == Security.TLS ? secure(dialled) : dialled;
        SmtpConnection opened = new SmtpConnection(configuration, mail, watchdog, password);
        connection = opened;
        attempt(() -> opened.open(socket));
    }

    /** Whether the server has announced an extension. */
    boolean offers(String extension) {
        return connection().supportsExtension(extension);
    }

    /** Names the sender. */
    void sender(String address, String parameters) throws SmtpFailure {
        require("MAIL FROM:<" + address + ">" + parameters);
    }

    /**
     * Names a recipient.
     *
     * @return the answer, yes or no
     * @throws SmtpFailure if there is none, or one that ends the conversation
     */
    Reply recipient(Mailbox mailbox) throws SmtpFailure {
        Reply reply = ask("RCPT TO:<" + mailbox + ">");
        boolean ends = reply.code() == 421 || reply.code() == 530;
        if (ends || !(reply.isNegative() || reply.isPositive())) {
            throw failure(null);
        }
        return reply;
    }

    /**
     * Sends everything but the final dot. After that nothing is watched, because what follows may take its time; a
     * conversation that is over already ends here, where it leaves no doubt.
     */
    void content(byte[] content) throws SmtpFailure {
        attempt(() -> connection().content(content));
        watchdog.rest();
        if (watchdog.hasBarked() || Thread.currentThread().isInterrupted()) {
            throw failure(null);
        }
    }

    /** Sends the final dot: from here on, silence does not mean that nothing was accepted. */
    void handOver() throws SmtpFailure {
        require(".");
    }

    /** Takes leave. Whether that succeeds is of no interest. */
    void leave() {
        try {
            connection().leave();
        } catch (MessagingException | RuntimeException e) {
            // The mail was accepted or refused before.
        }
    }

    /** Drops the connection, if there still is one. */
    @Override
    public void close() {
        watchdog.rest();
        try {
            if (raw != null) {
                raw.close();
            }
        } catch (IOException e) {
            // It is of no use any more, closed or not.
        }
    }

    /** Fresh for each connection; before connecting, so that nobody waits for it. */
    private @Nullable String password() throws SmtpFailure {
        Credentials credentials = configuration.credentials();
        if (credentials == null) {
            return null;
        }
        try {
            String password = credentials.password().get();
            if (password != null) {
                return password;
            }
        } catch (RuntimeException e) {
            // Its message might hold what it was about to tell.
            String text = "the password could not be obtained: " + e.getClass().getName();
            throw SmtpFailure.of(Stage.AUTH, Problem.SILENT, text, null);
        }
        throw SmtpFailure.of(Stage.AUTH, Problem.UNFIT, "there is no password", null);
    }

    private Socket secure(Socket dialled) throws SmtpFailure {
        watchdog.allow(configuration.timeouts().command());
        try {
            return Tls.over(dialled, configuration.server(), configuration.tls());
        } catch (IOException e) {
            throw Tls.isUnfit(e) && !watchdog.hasBarked()
                    ? SmtpFailure.of(Stage.TLS, Problem.UNFIT, Tls.unfit(e), e)
                    : SmtpFailure.of(Stage.TLS, Problem.SILENT, silence(e), e);
        }
    }

    private void require(String command) throws SmtpFailure {
        if (!ask(command).isPositive()) {
            throw failure(null);
        }
    }

    private Reply ask(String command) throws SmtpFailure {
        attempt(() -> connection().command(bytes(command)));
        Reply reply = connection().reply();
        if (reply == null) {
            throw failure(null);
        }
        return reply;
    }

    /** As UTF-8, in the way Angus understands: it sends the low byte of each character. */
    private static String bytes(String command) {
        return new String(command.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private void attempt(Step step) throws SmtpFailure {
        try {
            step.run();
        } catch (MessagingException | IOException | RuntimeException e) {
            throw failure(e);
        }
    }

    private SmtpFailure failure(@Nullable Exception cause) {
        Stage stage = connection().stage();
        Reply reply = connection().reply();
        String unfit = connection().unfit();
        if (unfit != null && !watchdog.hasBarked()) {
            return SmtpFailure.of(stage, Problem.UNFIT, unfit, cause);
        }
        return reply != null && reply.isNegative()
                ? SmtpFailure.answered(stage, reply, cause)
                : SmtpFailure.of(stage, Problem.SILENT, silence(cause), cause);
    }

    private String silence(@Nullable Exception cause) {
        if (watchdog.hasBarked()) {
            return "the server took too long";
        }
        if (Thread.currentThread().isInterrupted()) {
            return "the delivery was interrupted";
        }
        return cause == null
                ? "the server gave no proper answer"
                : "the connection broke: " + SmtpFailure.reason(cause);
    }

    private SmtpConnection connection() {
        if (connection == null) {
            throw new IllegalStateException("not open");
        }
        return connection;
    }

    /** Something to do with the connection. */
    @FunctionalInterface
    private interface Step {
        void run() throws MessagingException, IOException;
    }
}
