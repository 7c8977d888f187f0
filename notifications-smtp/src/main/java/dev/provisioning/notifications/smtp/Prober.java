package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.Stage;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Tries a server, and says what it found. For one thread, once. */
final class Prober {
    private final SmtpConfiguration configuration;
    private final Opener opener;
    private final Passage passage;
    private final Map<Stage, Duration> took = new EnumMap<>(Stage.class);
    private Set<String> offers = Set.of();
    private SmtpProbe.@Nullable Tls tls;
    private List<RecipientOutcome> outcomes = List.of();

    Prober(SmtpConfiguration configuration, Opener opener, Passage passage) {
        this.configuration = configuration;
        this.opener = opener;
        this.passage = passage;
    }

    SmtpProbe probe(List<Recipient> recipients) {
        DeliveryFault fault = null;
        try (SmtpSession session = opener.open(passage, this::note, this::greeted)) {
            ask(session, recipients);
            session.leave();
        } catch (SmtpFailure failure) {
            fault = failure.fault();
        }
        return new SmtpProbe(configuration.server().toString(), fault, offers, tls, outcomes, took);
    }

    private void note(Stage stage, Duration time) {
        took.merge(stage, time, Duration::plus);
    }

    private void greeted(Wire wire, Capabilities capabilities) {
        offers = capabilities.lines();
        tls = tls(wire.session());
    }

    private void ask(SmtpSession session, List<Recipient> recipients) throws SmtpFailure {
        Addressees addressees = new Addressees(recipients);
        List<Mailbox> reachable = addressees.reachable(session.capabilities().offers("SMTPUTF8"));
        List<Reply> answers = reachable.isEmpty()
                ? List.of()
                : session.wouldAccept(Addressees.mail(configuration.sender(), reachable, ""), reachable);
        addressees.answered(answers);
        outcomes = addressees.outcomes();
    }

    private static SmtpProbe.@Nullable Tls tls(@Nullable SSLSession session) {
        if (session == null) {
            return null;
        }
        try {
            X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
            return new SmtpProbe.Tls(
                    session.getProtocol(),
                    session.getCipherSuite(),
                    certificate.getNotAfter().toInstant());
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalStateException("a handshake has verified the server", e);
        }
    }
}
