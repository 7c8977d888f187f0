package dev.provisioning.notifications.core.transport;

import static dev.provisioning.notifications.core.transport.Fakes.deliveries;
import static dev.provisioning.notifications.core.transport.Fakes.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.core.ExpectsWarnings;
import dev.provisioning.notifications.core.transport.Fakes.Fake;
import dev.provisioning.notifications.core.transport.Fakes.Point;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.InOrder;
import org.slf4j.Logger;

@ExpectsWarnings
class FailoverTransportTest {
    private static final DeliveryResult RETRY = DeliveryResult.retry(Stage.CONNECT, "refused");
    private static final DeliveryResult OTHER_RETRY = DeliveryResult.retry(Stage.AUTH, "later");
    private static final DeliveryResult MISCONFIGURED = DeliveryResult.misconfigured(Stage.AUTH, "wrong password");
    private static final DeliveryResult REJECTED = DeliveryResult.rejected(Stage.CONTENT, "too big");
    private static final Notification MAIL = mail(1, Recipient.mail("a@example.com"));

    private final Point point = Point.open();
    private final Logger log = mock();

    @Test
    void asksTheFirstAloneIfItAccepts() {
        Fake first = Fake.accepting();
        Fake second = Fake.accepting();

        assertThat(deliver(first, second)).isEqualTo(DeliveryResult.accepted(MAIL));
        assertThat(deliveries(first, second)).containsExactly(1, 0);
        assertThat(point.passes).isOne();
    }

    static List<Fake> givingWay() {
        return List.of(
                Fake.before(RETRY),
                Fake.before(MISCONFIGURED),
                Fake.throwingBefore(() -> new IllegalStateException("broken")));
    }

    @ParameterizedTest
    @MethodSource("givingWay")
    void asksTheNextIfNothingCanHaveLeft(Fake first) {
        Fake second = Fake.accepting();

        assertThat(deliver(first, second)).isEqualTo(DeliveryResult.accepted(MAIL));
        assertThat(deliveries(first, second)).containsExactly(1, 1);
        assertThat(point.passes).isOne();
    }

    static List<Fake> answering() {
        return List.of(
                Fake.behind(RETRY),
                Fake.behind(MISCONFIGURED),
                Fake.behind(REJECTED),
                Fake.behind(DeliveryResult.inDoubt("lost")),
                Fake.before(REJECTED));
    }

    @ParameterizedTest
    @MethodSource("answering")
    void asksNoOtherBehindThePointOrAfterADefiniteAnswer(Fake first) {
        Fake second = Fake.accepting();

        assertThat(deliver(first, second)).isNotEqualTo(DeliveryResult.accepted(MAIL));
        assertThat(second.deliveries).isZero();
    }

    @Test
    void throwsWhatIsThrownBehindThePoint() {
        Fake second = Fake.accepting();

        assertThatIllegalStateException()
                .isThrownBy(() -> deliver(Fake.throwingBehind(() -> new IllegalStateException("lost")), second))
                .withMessage("lost");
        assertThat(second.deliveries).isZero();
    }

    @Test
    void throwsARefusalOfTheHandoverAtOnce() {
        Fake second = Fake.accepting();
        Point refusing = Point.refusing();
        Transport failover = FailoverTransport.of(Fake.accepting(), second);

        assertThatExceptionOfType(HandoverRefusedException.class).isThrownBy(() -> failover.deliver(MAIL, refusing));
        assertThat(second.deliveries).isZero();
        assertThat(refusing.passes).isOne();
    }

    @Test
    void throwsARefusalThatTheTransportSwallowed() {
        Fake second = Fake.accepting();
        Transport swallowing = (notification, given) -> {
            try {
                given.pass();
            } catch (HandoverRefusedException e) {
                return RETRY;
            }
            return DeliveryResult.accepted(notification);
        };

        assertThatExceptionOfType(HandoverRefusedException.class)
                .isThrownBy(() -> FailoverTransport.of(swallowing, second).deliver(MAIL, Point.refusing()));
        assertThat(second.deliveries).isZero();
    }

    @Test
    void asksNoOtherIfPassingThePointFailedInAnyWay() {
        Fake second = Fake.accepting();

        assertThatIllegalStateException()
                .isThrownBy(() -> FailoverTransport.of(Fake.accepting(), second).deliver(MAIL, () -> {
                    throw new IllegalStateException("commit of unknown outcome");
                }));
        assertThat(second.deliveries).isZero();
    }

    @Test
    void neverPassesThePointTwice() {
        Transport twice = (notification, given) -> {
            given.pass();
            given.pass();
            return DeliveryResult.accepted(notification);
        };

        assertThatExceptionOfType(HandoverRefusedException.class).isThrownBy(() -> deliver(twice, Fake.accepting()));
        assertThat(point.passes).isOne();
    }

    @Test
    void beginsWithAnotherAtEachAttempt() {
        Fake first = Fake.behind(RETRY);
        Fake second = Fake.behind(RETRY);
        Fake third = Fake.behind(RETRY);
        Transport failover = FailoverTransport.of(first, second, third);

        failover.deliver(mail(2, Recipient.mail("a@example.com")), Point.open());
        assertThat(deliveries(first, second, third)).containsExactly(0, 1, 0);
        failover.deliver(mail(3, Recipient.mail("a@example.com")), Point.open());
        assertThat(deliveries(first, second, third)).containsExactly(0, 1, 1);
        failover.deliver(mail(Integer.MAX_VALUE, Recipient.mail("a@example.com")), Point.open());
        assertThat(deliveries(first, second, third)).containsExactly(1, 1, 1);
    }

    @Test
    void goesRoundInACircle() {
        Fake first = Fake.accepting();
        Fake second = Fake.before(RETRY);

        FailoverTransport.of(first, second).deliver(mail(2, Recipient.mail("a@example.com")), point);

        assertThat(deliveries(first, second)).containsExactly(1, 1);
    }

    @Test
    void answersTheMostHopefulIfAllGiveWay() {
        Fake broken = Fake.throwingBefore(() -> new IllegalStateException("broken"));

        assertThat(deliver(Fake.before(MISCONFIGURED), broken, Fake.before(RETRY), Fake.before(OTHER_RETRY)))
                .isEqualTo(RETRY);
        assertThatIllegalStateException().isThrownBy(() -> deliver(Fake.before(MISCONFIGURED), broken));
        assertThat(deliver(Fake.before(MISCONFIGURED), Fake.before(MISCONFIGURED)))
                .isEqualTo(MISCONFIGURED);
        assertThat(point.passes).isZero();
    }

    @Test
    void asksNoOtherOnceInterrupted() {
        Fake second = Fake.accepting();
        Transport interrupted = (notification, given) -> {
            Thread.currentThread().interrupt();
            return RETRY;
        };

        try {
            assertThat(deliver(interrupted, second)).isEqualTo(RETRY);
            assertThat(deliver(second, second)).isInstanceOf(DeliveryResult.Retry.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(second.deliveries).isZero();
    }

    @Test
    void warnsOnceOfAMisconfiguredTransportThatNobodyWouldNotice() {
        DeliveryResult accepted = DeliveryResult.accepted(MAIL);
        Iterator<DeliveryResult> answers = List.of(MISCONFIGURED, MISCONFIGURED, accepted, accepted, MISCONFIGURED)
                .iterator();
        Transport failover =
                new FailoverTransport(List.of((notification, given) -> answers.next(), Fake.accepting()), log);

        while (answers.hasNext()) {
            failover.deliver(MAIL, Point.open());
        }

        InOrder inOrder = inOrder(log);
        inOrder.verify(log).warn(anyString(), eq(1), eq(2), anyString());
        inOrder.verify(log).info(anyString(), eq(1), eq(2));
        inOrder.verify(log).warn(anyString(), eq(1), eq(2), anyString());
    }

    @Test
    void closesAllEvenIfOneThrows() {
        Fake second = Fake.accepting();
        Transport throwing = new Transport() {
            @Override
            public DeliveryResult deliver(Notification notification, PointOfNoReturn p) {
                return RETRY;
            }

            @Override
            public void close() {
                throw new IllegalStateException("cannot close");
            }
        };

        assertThatIllegalStateException()
                .isThrownBy(
                        () -> FailoverTransport.of(throwing, second, throwing).close())
                .withMessage("cannot close");
        assertThat(second.closings).isOne();
    }

    private DeliveryResult deliver(Transport first, Transport second, Transport... others) {
        List<Transport> transports = new ArrayList<>(List.of(first, second));
        transports.addAll(List.of(others));
        return new FailoverTransport(transports, log).deliver(MAIL, point);
    }
}
