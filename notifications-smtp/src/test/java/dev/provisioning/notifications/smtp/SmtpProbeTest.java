package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an administrator reads. */
class SmtpProbeTest {
    private static final SmtpProbe.Tls TLS =
            new SmtpProbe.Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", Instant.parse("2027-05-01T12:00:00Z"));

    @Test
    void reportsAServerThatIsReady() {
        SmtpProbe probe = new SmtpProbe(
                "smtps://mail.example.com:465",
                null,
                Set.of("SIZE 35651584", "PIPELINING", "AUTH PLAIN LOGIN"),
                TLS,
                List.of(RecipientOutcome.accepted(ANN)),
                Map.of(Stage.CONNECT, Duration.ofMillis(12), Stage.LOOKUP, Duration.ofMillis(3)));

        assertThat(probe.report()).isEqualTo("""
                smtps://mail.example.com:465 is ready
                to a***@example.com: ACCEPTED
                TLS: TLSv1.3, TLS_AES_256_GCM_SHA384, certificate valid until 2027-05-01T12:00:00Z
                offers: AUTH PLAIN LOGIN, PIPELINING, SIZE 35651584
                took: LOOKUP 3 ms, CONNECT 12 ms""");
    }

    @Test
    void reportsAServerThatIsNotReady() {
        SmtpProbe probe = new SmtpProbe(
                "smtps://mail.example.com:465",
                new DeliveryFault(Stage.AUTH, 535, "5.7.8", "wrong user or password"),
                Set.of(),
                null,
                List.of(),
                Map.of(Stage.LOOKUP, Duration.ofMillis(3)));

        assertThat(probe.isReady()).isFalse();
        assertThat(probe.report()).isEqualTo("""
                smtps://mail.example.com:465 is not ready
                wrong: AUTH 535 5.7.8: wrong user or password
                took: LOOKUP 3 ms""");
    }

    @Test
    void isNotReadyForARecipientThatWouldNotBeAccepted() {
        DeliveryFault busy = new DeliveryFault(Stage.RECIPIENT, 450, "4.2.1", "busy");
        SmtpProbe probe = new SmtpProbe(
                "smtp://mail.example.com:25",
                null,
                Set.of(),
                null,
                List.of(RecipientOutcome.accepted(ANN), RecipientOutcome.deferred(BOB, busy)),
                Map.of());

        assertThat(probe.report().lines())
                .containsExactly(
                        "smtp://mail.example.com:25 is not ready",
                        "to a***@example.com: ACCEPTED",
                        "to b***@example.com: DEFERRED, RECIPIENT 450 4.2.1: busy");
    }

    @Test
    void cannotBeChanged() {
        SmtpProbe probe = new SmtpProbe("smtp://localhost:25", null, Set.of(), null, List.of(), Map.of());

        assertThatThrownBy(() -> probe.offers().add("SIZE")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> probe.took().put(Stage.LOOKUP, Duration.ZERO))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
