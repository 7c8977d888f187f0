package dev.provisioning.notifications.core.transport;

import static dev.provisioning.notifications.core.transport.Fakes.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.DeliveryResult.Accepted;
import dev.provisioning.notifications.DeliveryResult.InDoubt;
import dev.provisioning.notifications.DeliveryResult.Misconfigured;
import dev.provisioning.notifications.DeliveryResult.Rejected;
import dev.provisioning.notifications.DeliveryResult.Retry;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.core.transport.Fakes.Fake;
import dev.provisioning.notifications.core.transport.Fakes.Point;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RoutingTransportTest {
    private static final Recipient ADA = Recipient.mail("ada@example.com");
    private static final Recipient ROOM = new Recipient("chat", "#room");
    private static final Recipient BOB = Recipient.mail("bob@example.com");
    private static final DeliveryFault FAULT = DeliveryFault.at(Stage.CONTENT, "no");
    private static final DeliveryResult RETRY = new Retry(FAULT, null);
    private static final DeliveryResult MISCONFIGURED = new Misconfigured(FAULT);
    private static final DeliveryResult REJECTED = new Rejected(FAULT, List.of());
    private static final DeliveryResult IN_DOUBT = new InDoubt(FAULT);
    private static final Notification MAIL = mail(1, ADA, ROOM, BOB);

    private final Point point = Point.open();

    @Test
    void handsEachRecipientToTheTransportOfItsKind() {
        Fake smtp = Fake.accepting();
        Fake chat = Fake.accepting();

        DeliveryResult result = deliver(smtp, chat);

        assertThat(smtp.got).containsExactly(ADA, BOB);
        assertThat(chat.got).containsExactly(ROOM);
        assertThat(result)
                .isEqualTo(new Accepted(List.of(
                        RecipientOutcome.accepted(ADA),
                        RecipientOutcome.accepted(BOB),
                        RecipientOutcome.accepted(ROOM))));
    }

    @Test
    void passesThePointOnceForAllParts() {
        deliver(Fake.accepting(), Fake.accepting());

        assertThat(point.passes).isOne();
    }

    @Test
    void letsALaterPartPassIfTheFirstDidNotGetThere() {
        assertThat(outcome(deliver(Fake.before(RETRY), Fake.accepting()), ADA))
                .isEqualTo(RecipientOutcome.deferred(ADA, FAULT));
        assertThat(point.passes).isOne();
    }

    @Test
    void sendsNothingElseIfThePointRefuses() {
        Fake chat = Fake.accepting();
        Point refusing = Point.refusing();

        assertThatExceptionOfType(HandoverRefusedException.class)
                .isThrownBy(() -> routing(Fake.accepting(), chat).deliver(MAIL, refusing));
        assertThat(chat.deliveries).isZero();
        assertThat(refusing.passes).isOne();
    }

    @Test
    void sendsNothingElseIfARefusalWasSwallowed() {
        assertNothingElseIsSentAfter(e -> RETRY);
    }

    @Test
    void sendsNothingElseIfARefusalWasThrownAsSomethingElse() {
        assertNothingElseIsSentAfter(e -> {
            throw new IllegalStateException(e);
        });
    }

    private static void assertNothingElseIsSentAfter(Function<HandoverRefusedException, DeliveryResult> reaction) {
        Fake chat = Fake.accepting();
        Transport careless = (notification, given) -> {
            try {
                given.pass();
                return DeliveryResult.accepted(notification);
            } catch (HandoverRefusedException e) {
                return reaction.apply(e);
            }
        };

        assertThatExceptionOfType(HandoverRefusedException.class)
                .isThrownBy(() -> routing(careless, chat).deliver(MAIL, Point.refusing()));
        assertThat(chat.deliveries).isZero();
    }

    @Test
    void sendsNothingElseIfPassingThePointFailedInAnyWay() {
        Fake chat = Fake.accepting();

        assertThatIllegalStateException()
                .isThrownBy(() -> routing(Fake.accepting(), chat).deliver(MAIL, () -> {
                    throw new IllegalStateException("commit of unknown outcome");
                }));
        assertThat(chat.deliveries).isZero();
    }

    @Test
    void tellsOfEachRecipientIfAnyWasAccepted() {
        RecipientOutcome deferred = RecipientOutcome.deferred(ROOM, FAULT);
        RecipientOutcome refused = RecipientOutcome.refused(ROOM, FAULT);

        assertThat(outcome(deliver(Fake.accepting(), Fake.before(RETRY)), ROOM)).isEqualTo(deferred);
        assertThat(outcome(deliver(Fake.accepting(), Fake.behind(IN_DOUBT)), ROOM))
                .isEqualTo(deferred);
        assertThat(outcome(deliver(Fake.accepting(), Fake.behind(REJECTED)), ROOM))
                .isEqualTo(refused);
        assertThat(outcome(deliver(Fake.accepting(), Fake.before(MISCONFIGURED)), ROOM))
                .isEqualTo(refused);
    }

    @Test
    void keepsTheFaultOfARecipientThatWasRejected() {
        DeliveryFault own = new DeliveryFault(Stage.RECIPIENT, 550, "5.1.1", "no such room");
        DeliveryResult rejected = new Rejected(FAULT, List.of(RecipientOutcome.refused(ROOM, own)));

        assertThat(outcome(deliver(Fake.accepting(), Fake.before(rejected)), ROOM))
                .isEqualTo(RecipientOutcome.refused(ROOM, own));
    }

    @Test
    void answersTheGravestIfNoneWasAccepted() {
        assertThat(deliver(Fake.before(RETRY), Fake.behind(IN_DOUBT))).isEqualTo(IN_DOUBT);
        assertThat(deliver(Fake.behind(REJECTED), Fake.before(RETRY))).isEqualTo(RETRY);
        assertThat(deliver(Fake.behind(REJECTED), Fake.before(MISCONFIGURED))).isEqualTo(MISCONFIGURED);
        assertThat(deliver(Fake.behind(REJECTED), Fake.behind(REJECTED)))
                .isEqualTo(new Rejected(
                        FAULT,
                        List.of(
                                RecipientOutcome.refused(ADA, FAULT),
                                RecipientOutcome.refused(BOB, FAULT),
                                RecipientOutcome.refused(ROOM, FAULT))));
    }

    @Test
    void takesAnExceptionByWhetherThatPartHadPassed() {
        Fake before = Fake.throwingBefore(() -> new IllegalStateException("secret"));
        Fake behind = Fake.throwingBehind(() -> new IllegalStateException("secret"));

        assertThat(deliver(before, before)).isInstanceOf(Retry.class);
        assertThat(deliver(Fake.behind(REJECTED), before)).isInstanceOf(Retry.class);
        assertThat(deliver(before, behind))
                .isInstanceOfSatisfying(
                        InDoubt.class,
                        doubt -> assertThat(doubt.fault().text())
                                .isEqualTo("the transport for chat threw java.lang.IllegalStateException"));
        assertThat(outcome(deliver(Fake.accepting(), behind), ROOM).status())
                .isEqualTo(RecipientOutcome.Status.DEFERRED);
    }

    @Test
    void refusesRecipientsOfAKindWithoutTransport() {
        Transport mailOnly =
                RoutingTransport.builder().route("mail", Fake.accepting()).build();

        assertThat(outcome(mailOnly.deliver(MAIL, point), ROOM).fault())
                .hasToString("RECIPIENT: no transport for recipients of kind chat");
        assertThat(mailOnly.deliver(mail(1, ROOM), Point.open()))
                .isEqualTo(DeliveryResult.misconfigured(Stage.RECIPIENT, "no transport for recipients of kind chat"));
    }

    @Test
    void beginsNoFurtherPartOnceInterrupted() {
        Fake chat = Fake.accepting();
        Transport interrupted = (notification, given) -> {
            given.pass();
            Thread.currentThread().interrupt();
            return DeliveryResult.accepted(notification);
        };

        try {
            assertThat(outcome(deliver(interrupted, chat), ROOM).status()).isEqualTo(RecipientOutcome.Status.DEFERRED);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(chat.deliveries).isZero();
    }

    @Test
    void letsNoPartPassTwice() {
        Transport twice = (notification, given) -> {
            given.pass();
            given.pass();
            return DeliveryResult.accepted(notification);
        };

        assertThat(deliver(twice, twice)).isInstanceOf(InDoubt.class);
        assertThat(point.passes).isOne();
    }

    @Test
    void closesEachTransportOnce() {
        Fake both = Fake.accepting();

        routing(both, both).close();

        assertThat(both.closings).isOne();
    }

    @Test
    void refusesTwoTransportsForAKindAndNoneAtAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoutingTransport.builder()
                        .route("mail", Fake.accepting())
                        .route("mail", Fake.accepting()))
                .withMessageContaining("mail");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoutingTransport.builder().build());
    }

    private DeliveryResult deliver(Transport smtp, Transport chat) {
        return routing(smtp, chat).deliver(MAIL, point);
    }

    private static Transport routing(Transport smtp, Transport chat) {
        return RoutingTransport.builder()
                .route(Recipient.MAIL, smtp)
                .route("chat", chat)
                .build();
    }

    private static RecipientOutcome outcome(DeliveryResult result, Recipient recipient) {
        assertThat(result).isInstanceOf(Accepted.class);
        return ((Accepted) result)
                .outcomes().stream()
                        .filter(outcome -> outcome.recipient().equals(recipient))
                        .findFirst()
                        .orElseThrow();
    }
}
