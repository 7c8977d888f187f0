package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.becomes;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.core.Explanation.Verdict;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.testkit.FaultyStore.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName(
        "P2: whatever a transport does, nothing is lost, nothing is sent twice a day, and the explanation tells it")
@ExpectsWarnings
class NothingLostTest {
    private final World world = new World();
    private final Node node = world.node();

    static List<Throwable> thrown() {
        return List.of(
                new IllegalStateException("broken"),
                new IOException("thrown from a language without checked exceptions"),
                new NoClassDefFoundError("javax/mail/Session"),
                new StackOverflowError(),
                new OutOfMemoryError("not really"));
    }

    /** Throws anything, declared or not, from where an answer is due. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "DoNotCallSuggester"})
    private static <T extends Throwable> DeliveryResult raise(Throwable throwable) throws T {
        throw (T) throwable;
    }

    @Test
    void anAcceptanceIsRecordedThoughTheSubscriptionSourceRunsOutOfStack() {
        send((notification, point) -> {
            DeliveryResult accepted = world.mail.accept(notification, point);
            world.whenAskedNext(() -> {
                throw new StackOverflowError();
            });
            return accepted;
        });

        assertThat(world.ledger().slot().phase()).isEqualTo(Phase.IDLE);
    }

    private Verdict verdict() {
        return node.notifier.explain(APP).verdict();
    }

    /** Reports an issue whose mail meets a behaviour. */
    private void send(Transport behaviour) {
        node.notifier.report(issue("a"));
        world.mail.nextDoes(behaviour);
        node.gather();
        assertThat(world.mail.attempted()).hasSize(1);
    }

    private static DeliveryResult answer(DeliveryResult result, boolean passed, PointOfNoReturn point) {
        if (passed) {
            point.pass();
        }
        return result;
    }

    private void isSentOnceInTheEnd() {
        node.advance(Duration.ofDays(3));

        assertThat(world.named()).containsExactly(List.of("a"));
        assertThat(world.ledger().slot().phase()).isEqualTo(Phase.IDLE);
    }

    private List<LocalDate> days() {
        return world.mail.received().stream()
                .map(mail -> LocalDate.ofInstant(mail.date(), ZoneOffset.UTC))
                .toList();
    }

    static Stream<Arguments> refusals() {
        Stream<Arguments> before = Stream.of(Stage.values())
                .filter(stage -> stage.compareTo(Stage.HANDOVER) < 0)
                .map(stage -> Arguments.of(
                        DeliveryResult.retry(stage, "later"),
                        false,
                        stage.concernsServer() ? Verdict.TRANSPORT_PAUSED : Verdict.RETRYING));
        return Stream.concat(
                before,
                Stream.of(
                        Arguments.of(DeliveryResult.retry(Stage.HANDOVER, "451 later"), true, Verdict.RETRYING),
                        Arguments.of(DeliveryResult.rejected(Stage.RECIPIENT, "550 no"), false, Verdict.REJECTED),
                        Arguments.of(DeliveryResult.rejected(Stage.HANDOVER, "554 spam"), true, Verdict.REJECTED),
                        Arguments.of(DeliveryResult.misconfigured(Stage.SENDER, "553"), false, Verdict.MISCONFIGURED),
                        Arguments.of(DeliveryResult.misconfigured(Stage.AUTH, "535"), false, Verdict.MISCONFIGURED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void aMailThatWasRefusedIsTriedAgain(DeliveryResult result, boolean passed, Verdict verdict) {
        send((notification, point) -> answer(result, passed, point));

        Explanation explanation = node.notifier.explain(APP);
        assertThat(explanation.verdict()).isEqualTo(verdict);
        assertThat(explanation.heldIssues()).isEqualTo(1);
        assertThat(explanation.attempts()).isEqualTo(1);
        assertThat(explanation.failingSince()).isEqualTo(World.START.plusSeconds(60));
        assertThat(explanation.fault()).isNotNull();
        assertThat(explanation.nextMailAt()).isAfter(World.START);
        assertThat(explanation.lastMail()).isNull();

        isSentOnceInTheEnd();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void aDeliveryThatThrowsBeforeThePointIsTriedAgain(Throwable thrown) {
        send((notification, point) -> NothingLostTest.<RuntimeException>raise(thrown));
        assertThat(verdict()).isEqualTo(Verdict.RETRYING);

        isSentOnceInTheEnd();
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void aDeliveryThatThrowsAfterThePointIsInDoubtAndItsIssuesComeAgain(Throwable thrown) {
        send((notification, point) -> {
            world.mail.accept(notification, point);
            return NothingLostTest.<RuntimeException>raise(thrown);
        });

        isCarriedOver();
        assertThat(world.named()).containsExactly(List.of("a"), List.of("a"));
    }

    @Test
    void anAnswerThatWasLostCarriesTheIssuesOver() {
        send((notification, point) -> answer(DeliveryResult.inDoubt("no reply"), true, point));

        isCarriedOver();
        assertThat(world.named()).containsExactly(List.of("a"));
    }

    private void isCarriedOver() {
        Explanation explanation = node.notifier.explain(APP);
        assertThat(explanation.verdict()).isEqualTo(Verdict.SLOT_USED);
        assertThat(explanation.lastMail()).isNotNull();
        assertThat(explanation.toString()).contains("perhaps accepted");

        node.advance(Duration.ofDays(3));
        assertThat(days()).doesNotHaveDuplicates().endsWith(LocalDate.parse("2026-03-03"));
        assertThat(world.mail.received().get(world.mail.received().size() - 1).text())
                .containsIgnoringCase("may");
        assertThat(verdict()).isEqualTo(Verdict.NOTHING_HELD);
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless transport does
    void noAnswerAtAllBeforeThePointIsTriedAgain() {
        send((notification, point) -> null);
        assertThat(verdict()).isEqualTo(Verdict.RETRYING);

        isSentOnceInTheEnd();
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless transport does
    void noAnswerAtAllAfterThePointIsInDoubt() {
        send((notification, point) -> {
            point.pass();
            return null;
        });

        isCarriedOver();
    }

    @Test
    void aTransportThatSendsWithoutAskingUsesTheSlot() {
        send((notification, point) -> received(notification));

        node.notifier.report(issue("b"));
        node.advance(Duration.ofHours(9));

        assertThat(world.mail.attempted()).hasSize(1);
        assertThat(verdict()).isEqualTo(Verdict.SLOT_USED);
        assertThat(node.notifier.explain(APP).lastMail()).isNotNull();
        assertThat(world.entry("a").isHeld()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void aTransportThatSendsThoughTheMarkWasNotConfirmedUsesTheSlot(Outcome outcome) {
        world.store.failNext(becomes(Phase.HANDED_OVER), outcome);
        send(this::sendInSpiteOfTheRefusal);

        node.notifier.report(issue("b"));
        node.advance(Duration.ofHours(9));

        assertThat(world.mail.attempted()).as("mails that have left today").hasSize(1);
        assertThat(verdict()).isEqualTo(Verdict.SLOT_USED);
    }

    @Test
    void aTransportThatSendsThoughTheRecipientsHaveChangedUsesTheSlot() {
        send((notification, point) -> {
            world.subscription = World.subscribed("others@example.com");
            return sendInSpiteOfTheRefusal(notification, point);
        });

        node.notifier.report(issue("b"));
        node.advance(Duration.ofHours(9));

        assertThat(world.mail.attempted()).as("mails that have left today").hasSize(1);
        assertThat(verdict()).isEqualTo(Verdict.SLOT_USED);
    }

    private DeliveryResult sendInSpiteOfTheRefusal(Notification notification, PointOfNoReturn point) {
        try {
            point.pass();
        } catch (HandoverRefusedException e) {
            return received(notification);
        }
        throw new AssertionError("nothing was refused");
    }

    private static DeliveryResult received(Notification notification) {
        return DeliveryResult.accepted(notification);
    }

    @Test
    void aWaitThatTheServerAsksForIsKept() {
        send((notification, point) -> later(Duration.ofHours(5)));

        node.advance(Duration.ofHours(5).minusMinutes(3));
        assertThat(world.mail.attempted()).hasSize(1);
        node.advance(Duration.ofMinutes(5));
        assertThat(world.named()).containsExactly(List.of("a"));
    }

    @Test
    void aWaitOfDaysIsTakenAsADay() {
        send((notification, point) -> later(Duration.ofDays(5)));

        node.advance(Duration.ofDays(1).plusMinutes(1));

        assertThat(world.named()).containsExactly(List.of("a"));
    }

    @Test
    void aWaitThatIsBeyondBeliefIsTakenAsADay() {
        send((notification, point) -> later(Duration.ofSeconds(Long.MAX_VALUE)));

        isSentOnceInTheEnd();
    }

    private static DeliveryResult later(Duration wait) {
        return new DeliveryResult.Retry(DeliveryFault.at(Stage.SENDER, "450 later"), wait);
    }
}
