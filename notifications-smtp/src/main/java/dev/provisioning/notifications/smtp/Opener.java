package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.spi.Scheduler;
import org.jspecify.annotations.Nullable;

/** Opens conversations: asks for the secret, connects, greets, secures, signs in. Thread-safe. */
final class Opener {
    private final SmtpConfiguration configuration;
    private final Dialer dialer;
    private final Scheduler scheduler;

    Opener(SmtpConfiguration configuration, Scheduler scheduler) {
        this.configuration = configuration;
        this.dialer = new Dialer(configuration, scheduler);
        this.scheduler = scheduler;
    }

    /** Opens a conversation; where a token is refused, once more with the next one, if that is another. */
    SmtpSession open(Passage passage, SmtpListener listener) throws SmtpFailure {
        return open(passage, listener, (wire, capabilities) -> {});
    }

    /** The same, telling what the server offers even if nobody can sign in. */
    SmtpSession open(Passage passage, SmtpListener listener, Opening.Greeted greeted) throws SmtpFailure {
        Credentials credentials = configuration.credentials();
        // Before connecting, so that the server does not wait for whoever knows it.
        String secret = credentials == null ? null : credentials.ask();
        try {
            return open(passage, listener, greeted, secret);
        } catch (SmtpFailure failure) {
            String next = isRefusedToken(failure) && credentials != null ? credentials.ask() : secret;
            if (next == null || next.equals(secret)) {
                throw failure;
            }
            return open(passage, listener, greeted, next);
        }
    }

    private boolean isRefusedToken(SmtpFailure failure) {
        Credentials credentials = configuration.credentials();
        return credentials != null
                && credentials.kind() == Credentials.Kind.TOKEN
                && failure.fault().stage() == Stage.AUTH
                && failure.fault().code() >= 500;
    }

    private SmtpSession open(Passage passage, SmtpListener listener, Opening.Greeted greeted, @Nullable String secret)
            throws SmtpFailure {
        Dialogue dialogue = dialer.dial(passage, listener);
        try {
            Capabilities capabilities = new Opening(dialogue, configuration, greeted).run(secret);
            return new SmtpSession(dialogue, capabilities, scheduler.nanoTime());
        } catch (SmtpFailure | RuntimeException failure) {
            dialogue.close();
            throw failure;
        }
    }
}
