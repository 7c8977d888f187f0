package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Stage;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Greets, secures, signs in; and ends the conversation where the server would go on with less than was asked for. What a
 * server has offered before TLS counts for nothing (RFC 3207 section 4.2).
 */
final class Opening {
    private final Dialogue dialogue;
    private final SmtpConfiguration configuration;
    private final Greeted greeted;

    Opening(Dialogue dialogue, SmtpConfiguration configuration, Greeted greeted) {
        this.dialogue = dialogue;
        this.configuration = configuration;
        this.greeted = greeted;
    }

    /** Is told what a server offers to those who have not signed in yet. */
    @FunctionalInterface
    interface Greeted {
        void with(Wire wire, Capabilities capabilities);
    }

    /**
     * Opens the conversation.
     *
     * @param secret what to sign in with; null if nobody signs in
     * @return what the server offers
     */
    Capabilities run(@Nullable String secret) throws SmtpFailure {
        if (configuration.server().security() == Security.TLS) {
            dialogue.enter(Stage.TLS);
            secure();
        }
        dialogue.enter(Stage.GREETING);
        dialogue.require(dialogue.read());
        Capabilities capabilities = hello();
        if (configuration.server().security() == Security.STARTTLS) {
            startTls(capabilities);
            capabilities = hello();
        }
        greeted.with(dialogue.wire(), capabilities);
        Credentials credentials = configuration.credentials();
        if (credentials != null && secret != null) {
            new SignIn(dialogue, capabilities, credentials).with(secret);
        }
        return capabilities;
    }

    /** HELO is only for servers that do not know EHLO, and only if nothing is lost by it (RFC 5321 section 3.2). */
    private Capabilities hello() throws SmtpFailure {
        String name = configuration.helloName();
        String words = name == null ? literal(dialogue.wire().localAddress()) : name;
        Reply reply = dialogue.ask(Stage.GREETING, "EHLO " + words);
        boolean unknown = reply.code() == 500 || reply.code() == 502;
        if (unknown && !needsEhlo()) {
            dialogue.require(dialogue.ask(Stage.GREETING, "HELO " + words));
            return Capabilities.NONE;
        }
        dialogue.require(reply);
        return Capabilities.of(reply);
    }

    private boolean needsEhlo() {
        return configuration.credentials() != null || configuration.server().security() == Security.STARTTLS;
    }

    private void startTls(Capabilities capabilities) throws SmtpFailure {
        dialogue.enter(Stage.TLS);
        if (!capabilities.offers("STARTTLS")) {
            throw dialogue.unfit("the server does not offer STARTTLS");
        }
        dialogue.require(dialogue.ask(Stage.TLS, "STARTTLS"));
        secure();
    }

    private void secure() throws SmtpFailure {
        try {
            dialogue.wire().secure(configuration.server(), Objects.requireNonNull(configuration.tls()));
        } catch (IOException e) {
            throw Tls.isUnfit(e) && !dialogue.wasCutOff()
                    ? dialogue.unfit(TlsTrouble.words(e, configuration.server().host()))
                    : dialogue.silence(e);
        }
    }

    /** An address as a name (RFC 5321 section 4.1.3): saves the look-up of a name that may not exist. */
    private static String literal(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        String plain = scope < 0 ? text : text.substring(0, scope);
        return address instanceof Inet6Address ? "[IPv6:" + plain + "]" : "[" + plain + "]";
    }
}
