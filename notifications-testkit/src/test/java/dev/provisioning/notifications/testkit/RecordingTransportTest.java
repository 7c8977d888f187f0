package dev.provisioning.notifications.testkit;

import static dev.provisioning.notifications.testkit.Mails.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A recording transport")
class RecordingTransportTest extends TransportContract {
    private static final Notification MAIL = mail();

    private final RecordingTransport transport = new RecordingTransport();
    private final AtomicInteger passes = new AtomicInteger();

    @Override
    protected Transport createTransport() {
        return transport;
    }

    @Override
    protected List<Arrival> arrivals() {
        return transport.received().stream()
                .map(mail -> new Arrival(
                        mail.id(),
                        mail.recipients().stream().map(Recipient::address).toList()))
                .toList();
    }

    @Override
    protected Optional<Transport> createTransportOutOfReach() {
        return Optional.of(transport.alwaysAnswers(DeliveryResult.retry(Stage.CONNECT, "connection refused")));
    }

    private DeliveryResult deliver() {
        return transport.deliver(MAIL, passes::incrementAndGet);
    }

    @Test
    void acceptsEverythingUnlessItIsToldOtherwise() {
        assertThat(deliver()).isEqualTo(DeliveryResult.accepted(MAIL));

        assertThat(passes).hasValue(1);
        assertThat(transport.attempted()).containsExactly(MAIL);
        assertThat(transport.received()).containsExactly(MAIL);
    }

    @Test
    void answersOnceWhatItIsToldForTheNext() {
        DeliveryResult refused = DeliveryResult.retry(Stage.CONNECT, "connection refused");
        DeliveryResult rejected = DeliveryResult.rejected(Stage.RECIPIENT, "no such user");
        DeliveryResult misconfigured = DeliveryResult.misconfigured(Stage.AUTH, "password refused");
        transport.nextAnswers(refused).nextAnswers(rejected).nextAnswers(misconfigured);

        assertThat(List.of(deliver(), deliver(), deliver())).containsExactly(refused, rejected, misconfigured);
        assertThat(passes).as("before the point of no return").hasValue(0);
        assertThat(transport.received()).isEmpty();

        assertThat(deliver()).isInstanceOf(DeliveryResult.Accepted.class);
        assertThat(transport.attempted()).hasSize(4);
        assertThat(transport.received()).hasSize(1);
    }

    @Test
    void passesThePointBeforeAFaultBehindIt() {
        for (DeliveryResult result : List.of(
                DeliveryResult.retry(Stage.HANDOVER, "451"),
                DeliveryResult.rejected(Stage.HANDOVER, "554"),
                DeliveryResult.misconfigured(Stage.HANDOVER, "550"),
                DeliveryResult.inDoubt("no reply"))) {
            passes.set(0);
            assertThat(transport.nextAnswers(result).deliver(MAIL, passes::incrementAndGet))
                    .isEqualTo(result);
            assertThat(passes).as("%s", result).hasValue(1);
        }
        assertThat(transport.received()).isEmpty();
    }

    @Test
    void receivesAMailThatSomeRecipientsWereRefusedFor() {
        DeliveryFault fault = DeliveryFault.at(Stage.RECIPIENT, "no such user");
        DeliveryResult partly = new DeliveryResult.Accepted(List.of(
                RecipientOutcome.accepted(MAIL.recipients().get(0)),
                RecipientOutcome.refused(MAIL.recipients().get(0), fault)));

        assertThat(transport.nextAnswers(partly).deliver(MAIL, passes::incrementAndGet))
                .isEqualTo(partly);
        assertThat(transport.received()).hasSize(1);
    }

    @Test
    void losesAReplyWithOrWithoutTheMail() {
        transport.nextLosesReply(true).nextLosesReply(false);

        assertThat(deliver()).isInstanceOf(DeliveryResult.InDoubt.class);
        assertThat(transport.received()).hasSize(1);
        assertThat(deliver()).isInstanceOf(DeliveryResult.InDoubt.class);
        assertThat(transport.received()).hasSize(1);
        assertThat(passes).hasValue(2);
    }

    @Test
    void throwsWhatItIsToldBeforeThePoint() {
        transport.nextThrows(new IllegalStateException("boom"));

        assertThatThrownBy(this::deliver).hasMessage("boom");
        assertThat(passes).hasValue(0);
        assertThat(transport.attempted()).hasSize(1);
        assertThat(transport.received()).isEmpty();
    }

    @Test
    void sendsNothingIfThePointRefuses() {
        HandoverRefusedException refusal = new HandoverRefusedException("somebody has taken over", null);
        transport.nextAnswers(DeliveryResult.accepted(MAIL)).nextLosesReply(true);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> transport.deliver(MAIL, () -> {
                        throw refusal;
                    }))
                    .isSameAs(refusal);
        }
        assertThat(transport.received()).isEmpty();
        assertThat(transport.attempted()).hasSize(3);
    }

    @Test
    void doesAnythingElseAndMayAcceptInTheEnd() {
        transport.nextDoes((notification, point) -> {
            assertThat(transport.received()).isEmpty();
            return transport.accept(notification, point);
        });

        assertThat(deliver()).isEqualTo(DeliveryResult.accepted(MAIL));
        assertThat(transport.received()).hasSize(1);
    }

    @Test
    void answersAlwaysTheSameUntilItAcceptsAgain() {
        DeliveryResult refused = DeliveryResult.retry(Stage.CONNECT, "connection refused");
        DeliveryResult slow = DeliveryResult.retry(Stage.CONNECT, "timed out");
        transport.alwaysAnswers(refused).nextAnswers(slow);

        assertThat(List.of(deliver(), deliver(), deliver())).containsExactly(slow, refused, refused);
        assertThat(transport.alwaysAccepts().deliver(MAIL, () -> {})).isInstanceOf(DeliveryResult.Accepted.class);
    }

    @Test
    void givesOutCopiesOfWhatItHas() {
        deliver();
        List<Notification> before = transport.received();

        deliver();

        assertThat(before).hasSize(1);
        assertThat(transport.received()).hasSize(2);
    }

    @Test
    void letsATestWaitForMailsOfOtherThreads() throws InterruptedException {
        assertThat(transport.awaitReceived(0, Duration.ZERO)).isTrue();
        assertThat(transport.awaitReceived(1, Duration.ofMillis(1))).isFalse();

        List<Boolean> arrived = Race.of(4, i -> () -> {
            if (i == 0) {
                return transport.awaitReceived(3, Duration.ofSeconds(30));
            }
            return deliver() instanceof DeliveryResult.Accepted;
        });

        assertThat(arrived).containsOnly(true);
        assertThat(transport.received()).hasSize(3);
    }
}
