package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Stage;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Angus, made to say where it is. It speaks the protocol; this class notes before each command which {@link Stage} that
 * is, bounds the time of each, and keeps every answer, because the exceptions of Angus tell neither.
 *
 * <p>Where Angus would go on with less than was asked for (EHLO refused, no STARTTLS, no AUTH), this ends the
 * conversation. Where it would send RSET after a refusal, whose own failure would hide the answer, nothing is sent: a
 * conversation that failed is dropped. For one thread.
 */
final class SmtpConnection extends SMTPTransport {
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final SmtpConfiguration configuration;
    private final Watchdog watchdog;
    private final @Nullable String password;
    private Stage stage = Stage.GREETING;
    private @Nullable Reply reply;
    private @Nullable String unfit;
    private boolean leaving;

    SmtpConnection(SmtpConfiguration configuration, Session session, Watchdog watchdog, @Nullable String password) {
        super(session, null);
        this.configuration = configuration;
        this.watchdog = watchdog;
        this.password = password;
    }

    /** How far the conversation has come. */
    Stage stage() {
        return stage;
    }

    /** The answer to the last command; null if none has come yet. */
    @Nullable
    Reply reply() {
        return reply;
    }

    /** What the server lacks, if that is why the conversation ended. */
    @Nullable
    String unfit() {
        return unfit;
    }

    /** Greets, secures, signs in. */
    synchronized void open(Socket socket) throws MessagingException {
        String name = configuration.helloName();
        setLocalHost(name == null ? literal(socket.getLocalAddress()) : name);
        watchdog.allow(configuration.timeouts().command());
        connect(socket);
        watchdog.relax();
    }

    /** Sends a command, and tells its answer; null if there is none that makes sense. */
    synchronized @Nullable Reply command(String command) throws MessagingException {
        sendCommand(command);
        readServerResponse();
        watchdog.relax();
        return reply;
    }

    /**
     * Sends DATA and the content, the line end of its last line included, so that nothing is missing but the final dot.
     *
     * @param content ends with CR LF
     */
    synchronized void content(byte[] content) throws MessagingException, IOException {
        OutputStream out = data();
        enter(Stage.CONTENT);
        out.write(content, 0, content.length - 2);
        // An empty command is a line end, and commands are what Angus flushes after.
        sendCommand("");
        watchdog.relax();
    }

    /** Takes leave, and does not wait for the answer. */
    synchronized void leave() throws MessagingException {
        leaving = true;
        super.close();
    }

    /** Does nothing: Angus calls it after an answer without a code, and would send QUIT into whatever is going on. */
    @Override
    public synchronized void close() throws MessagingException {
        if (leaving) {
            super.close();
        }
    }

    @Override
    protected synchronized boolean protocolConnect(
            @Nullable String host, int port, @Nullable String user, @Nullable String unused) throws MessagingException {
        Credentials credentials = configuration.credentials();
        return super.protocolConnect(host, port, credentials == null ? null : credentials.user(), password);
    }

    @Override
    protected boolean ehlo(String domain) throws MessagingException {
        if (!super.ehlo(domain)) {
            if (needsEhlo()) {
                throw new MessagingException("EHLO was refused");
            }
            return false;
        }
        requireOffers();
        return true;
    }

    @Override
    protected void startTLS() throws MessagingException {
        if (configuration.server().security() != Security.STARTTLS || isSSL()) {
            throw new MessagingException("STARTTLS is not for this connection");
        }
        try {
            super.startTLS();
        } catch (MessagingException e) {
            Exception cause = e.getNextException();
            if (cause != null && Tls.isUnfit(cause)) {
                unfit = Tls.unfit(cause);
            }
            throw e;
        }
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        enter(stageOf(command));
        super.sendCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        reply = null;
        int code = super.readServerResponse();
        reply = Reply.parse(code, getLastServerResponse());
        return code;
    }

    private void enter(Stage next) {
        stage = next;
        reply = null;
        watchdog.allow(timeFor(next));
    }

    private Duration timeFor(Stage at) {
        return switch (at) {
            case HANDOVER -> configuration.timeouts().endOfData();
            case CLOSE -> FAREWELL;
            default -> configuration.timeouts().command();
        };
    }

    private Stage stageOf(String command) throws MessagingException {
        String verb = command.split("[ :]", 2)[0];
        return switch (verb.toUpperCase(Locale.ROOT)) {
            case "EHLO", "HELO" -> Stage.GREETING;
            case "STARTTLS" -> Stage.TLS;
            case "AUTH" -> Stage.AUTH;
            case "MAIL" -> Stage.SENDER;
            case "RCPT" -> Stage.RECIPIENT;
            case "DATA" -> Stage.DATA;
            case "" -> Stage.CONTENT;
            case "." -> Stage.HANDOVER;
            case "QUIT" -> Stage.CLOSE;
            default -> throw new MessagingException("no further commands after a refusal");
        };
    }

    /** HELO is only for servers that do not know EHLO, and only if nothing is lost by it (RFC 5321 section 3.2). */
    private boolean needsEhlo() {
        boolean unknown = reply != null && (reply.code() == 500 || reply.code() == 502);
        return !unknown
                || configuration.credentials() != null
                || configuration.server().security() == Security.STARTTLS;
    }

    private void requireOffers() throws MessagingException {
        boolean startTls = configuration.server().security() == Security.STARTTLS && !isSSL();
        if (startTls && !supportsExtension("STARTTLS")) {
            endUnfit(Stage.TLS, "the server does not offer STARTTLS");
        }
        if (!startTls && configuration.credentials() != null && !offersAuth()) {
            endUnfit(Stage.AUTH, "the server does not offer to sign in by PLAIN or LOGIN");
        }
    }

    private boolean offersAuth() {
        return supportsAuthentication("PLAIN") || supportsAuthentication("LOGIN");
    }

    private void endUnfit(Stage at, String text) throws MessagingException {
        stage = at;
        unfit = text;
        throw new MessagingException(text);
    }

    /** An address as a name (RFC 5321 section 4.1.3): saves the look-up of a name that may not exist. */
    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        String plain = scope < 0 ? text : text.substring(0, scope);
        return address instanceof Inet6Address ? "[IPv6:" + plain + "]" : "[" + plain + "]";
    }
}
