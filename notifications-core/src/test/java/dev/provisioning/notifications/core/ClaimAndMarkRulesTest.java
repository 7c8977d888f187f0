package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.LEASE;
import static dev.provisioning.notifications.core.World.START;
import static dev.provisioning.notifications.core.World.becomes;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.testkit.FaultyStore.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Rules about claims and the mark")
class ClaimAndMarkRulesTest {
    private final World world = new World();

    /** The process of a node ends here and now. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static void kill(Runnable doomed) {
        assertThatThrownBy(doomed::run).isInstanceOf(Killed.class);
    }

    @Nested
    @DisplayName("1: every transition compares state, slot and token; takeover too")
    class Rule1 {
        @Test
        void aNodeThatWasTakenOverCannotPassTheMark() {
            Node slow = world.node();
            Node quick = world.node();
            slow.notifier.report(issue("a"));
            world.mail.nextDoes((notification, point) -> {
                quick.advance(LEASE.plusMinutes(5));
                return world.mail.accept(notification, point);
            });

            slow.gather();

            assertThat(world.mail.attempted()).hasSize(2);
            assertThat(world.named()).containsExactly(List.of("a"));
            assertThat(world.mail.received().get(0).attempt())
                    .as("the mail of the quick node")
                    .isEqualTo(2);
        }

        @Test
        void aTakeoverDoesNotHappenIfTheOwnerPassesTheMarkMeanwhile() {
            Node slow = world.node();
            Node quick = world.node();
            slow.notifier.report(issue("a"));
            world.mail.nextDoes((notification, point) -> {
                slow.time.jump(LEASE);
                world.store.beforeNext(becomes(Phase.CLAIMED), () -> world.mail.accept(notification, point));
                quick.advance(LEASE.plusMinutes(5));
                return DeliveryResult.accepted(notification);
            });

            slow.gather();
            quick.advance(Duration.ofHours(1));

            assertThat(world.mail.attempted()).hasSize(1);
            assertThat(world.mail.received()).hasSize(1);
            assertThat(Objects.requireNonNull(world.ledger().lastMail()).inDoubt())
                    .as("nobody has ended the slot of its living owner")
                    .isFalse();
        }

        @Test
        @ExpectsWarnings
        void aResultIsNotRecordedForASlotThatSomebodyElseHasEnded() {
            Node slow = world.node();
            Node quick = world.node();
            slow.notifier.report(issue("a"));
            world.mail.nextDoes((notification, point) -> {
                DeliveryResult accepted = world.mail.accept(notification, point);
                quick.advance(LEASE.plusMinutes(5));
                return accepted;
            });

            slow.gather();

            assertThat(world.ledger().slot().number()).isEqualTo(2);
            assertThat(world.entry("a").inDoubt()).isTrue();
            assertThat(world.entry("a").isHeld()).isTrue();
        }

        @Test
        void everyStepRefusesAnotherToken() {
            SlotMachine machine = new SlotMachine(World.policy().build(), WhenInDoubt.CARRY_OVER, 100);
            Node node = world.node();
            Ledger[] claimed = new Ledger[1];
            node.notifier.report(issue("a"));
            world.mail.nextDoes((notification, point) -> {
                claimed[0] = world.ledger();
                return world.mail.accept(notification, point);
            });
            node.gather();
            Ledger cut = claimed[0];
            Instant now = node.time.instant();

            assertThat(machine.mark(cut, cut, "other", List.of(), "subject", LEASE, ZoneOffset.UTC, now)
                            .answer())
                    .isEqualTo(SlotMachine.Marked.TAKEN_OVER);
            assertThat(machine.refused(cut, cut, "other", Phase.RETRY, null, false, now)
                            .answer())
                    .isFalse();
            assertThat(machine.switchedOff(cut, cut, "other", ZoneOffset.UTC).ledger())
                    .isEqualTo(cut);
        }
    }

    @Nested
    @DisplayName("2: if the commit of the mark ends in an exception, there is no final dot")
    class Rule2 {
        @Test
        @ExpectsWarnings
        void thoughItHadNoEffect() {
            sendsNothingWithoutAConfirmedMark(Outcome.HAS_NO_EFFECT);
        }

        @Test
        @ExpectsWarnings
        void thoughItTookEffect() {
            sendsNothingWithoutAConfirmedMark(Outcome.TAKES_EFFECT);
        }

        private void sendsNothingWithoutAConfirmedMark(Outcome outcome) {
            Node node = world.node();
            node.notifier.report(issue("a"));
            world.store.failNext(becomes(Phase.HANDED_OVER), outcome);

            node.gather();

            assertThat(world.mail.attempted()).hasSize(1);
            assertThat(world.mail.received()).isEmpty();
            assertThat(world.ledger().slot().phase()).isEqualTo(Phase.RETRY);

            node.advance(Duration.ofHours(2));
            assertThat(world.named()).containsExactly(List.of("a"));
        }
    }

    @Nested
    @DisplayName("3: the point of no return can be passed once per token")
    class Rule3 {
        @Test
        void aSecondPassIsRefused() {
            Node node = world.node();
            node.notifier.report(issue("a"));
            world.mail.nextDoes((notification, point) -> {
                DeliveryResult first = world.mail.accept(notification, point);
                assertThatThrownBy(point::pass).isInstanceOf(HandoverRefusedException.class);
                return first;
            });

            node.gather();

            assertThat(world.mail.received()).hasSize(1);
            assertThat(world.ledger().slot().number()).isEqualTo(2);
        }

        @Test
        void aSlotThatIsHandedOverCannotBeMarkedAgainWithTheSameToken() {
            Node node = world.node();
            node.notifier.report(issue("a"));
            SlotMachine machine = new SlotMachine(World.policy().build(), WhenInDoubt.CARRY_OVER, 100);
            world.mail.nextDoes((notification, point) -> {
                DeliveryResult accepted = world.mail.accept(notification, point);
                Ledger marked = world.ledger();
                String token = Objects.requireNonNull(marked.slot().claim()).token();
                assertThat(machine.mark(
                                        marked,
                                        marked,
                                        token,
                                        notification.recipients(),
                                        "subject",
                                        LEASE,
                                        ZoneOffset.UTC,
                                        node.time.instant())
                                .answer())
                        .isEqualTo(SlotMachine.Marked.TAKEN_OVER);
                return accepted;
            });

            node.gather();

            assertThat(world.mail.received()).hasSize(1);
            assertThat(world.ledger().slot().number()).isEqualTo(2);
        }

        @Test
        void afterADefiniteRefusalThereIsANewClaim() {
            Node node = world.node();
            node.notifier.report(issue("a"));
            world.mail.nextAnswers(DeliveryResult.retry(Stage.HANDOVER, "451 try again"));

            node.gather();
            assertThat(world.mail.received()).isEmpty();
            assertThat(world.ledger().slot().phase()).isEqualTo(Phase.RETRY);

            node.advance(Duration.ofHours(1));
            assertThat(world.mail.received()).hasSize(1);
            assertThat(world.mail.received().get(0).attempt()).isEqualTo(2);
            assertThat(world.mail.received().get(0).id())
                    .isEqualTo(world.mail.attempted().get(0).id());
        }
    }

    @Nested
    @DisplayName("4: any node may end a handed-over slot as in doubt once its lease is over, and not before")
    class Rule4 {
        @Test
        @ExpectsWarnings
        void theMailOfADeadNodeEndsInDoubtAndIsCarriedOver() {
            Node dead = world.node();
            Node alive = world.node();
            dead.notifier.report(issue("a"));
            world.mail.nextDoes((notification, point) -> {
                point.pass();
                throw new Killed();
            });
            kill(dead::gather);

            alive.advance(LEASE.minusMinutes(1));
            assertThat(world.ledger().slot().phase()).isEqualTo(Phase.HANDED_OVER);

            alive.advance(Duration.ofMinutes(5));
            assertThat(world.ledger().slot().number()).isEqualTo(2);
            assertThat(world.mail.received()).isEmpty();

            alive.advance(Duration.ofDays(1));
            assertThat(world.named()).containsExactly(List.of("a"));
            assertThat(world.mail.received().get(0).date()).isEqualTo(Instant.parse("2026-03-03T08:00:00Z"));
        }

        @Test
        void theMailOfANodeThatDiedBeforeTheMarkIsSentByAnother() {
            Node dead = world.node();
            Node alive = world.node();
            dead.notifier.report(issue("a"));
            world.mail.nextDoes((notification, point) -> {
                throw new Killed();
            });
            kill(dead::gather);

            alive.advance(LEASE.plusMinutes(5));

            assertThat(world.named()).containsExactly(List.of("a"));
        }
    }

    @Nested
    @DisplayName("5: whether anything is held, and the state that follows from it, are one transaction")
    class Rule5 {
        @Test
        void aClaimFindsItsWayBackWhenAllWasResolved() {
            Node node = world.node();
            node.notifier.report(issue("a"));
            world.mail.nextDoes((notification, point) -> {
                node.notifier.resolve(APP, "a");
                return world.mail.accept(notification, point);
            });

            node.gather();

            assertThat(world.mail.received()).isEmpty();
            assertThat(world.ledger().slot().phase()).isEqualTo(Phase.IDLE);

            node.notifier.report(issue("b"));
            node.gather();
            assertThat(world.named()).hasSize(1);
            assertThat(world.named().get(0)).contains("b");
        }

        @Test
        void aReportWhileTheResultIsRecordedIsNotLeftBehind() {
            Node node = world.node();
            Node other = world.node();
            node.notifier.report(issue("a"));
            world.store.beforeNext(ledger -> ledger.slot().number() == 2, () -> other.notifier.report(issue("b")));

            node.gather();

            assertThat(world.ledger().slot().phase()).isEqualTo(Phase.GATHERING);
            node.advance(Duration.ofDays(1));
            assertThat(world.named()).containsExactly(List.of("a"), List.of("b"));
        }

        @Test
        void aFailureLeavesNothingWaitingWhenAllWasResolvedMeanwhile() {
            Node node = world.node();
            node.notifier.report(issue("a"));
            world.mail.nextDoes((notification, point) -> {
                node.notifier.resolve(APP, "a");
                return DeliveryResult.retry(Stage.SENDER, "451 try again");
            });

            node.gather();

            assertThat(world.ledger().slot().phase()).isEqualTo(Phase.IDLE);
        }
    }

    @Nested
    @DisplayName("6: a window is told by the time of the mark, and switching off does not forget it")
    class Rule6 {
        @Test
        void aMailMarkedBeforeMidnightUsesThatDayThoughItIsAcceptedAfterIt() {
            Node node = world.node(Instant.parse("2026-03-02T23:58:30Z"));
            node.notifier.report(issue("a"));
            world.mail.nextDoes((notification, point) -> {
                DeliveryResult accepted = world.mail.accept(notification, point);
                node.time.jump(Duration.ofMinutes(2));
                return accepted;
            });
            node.gather();

            node.notifier.report(issue("b"));
            node.gather();

            assertThat(world.named()).containsExactly(List.of("a"), List.of("b"));
        }

        @Test
        void aMailMarkedAfterMidnightUsesTheNewDayThoughItWasClaimedBefore() {
            Node node = world.node(Instant.parse("2026-03-02T23:58:30Z"));
            node.notifier.report(issue("a"));
            world.mail.nextDoes((notification, point) -> {
                node.time.jump(Duration.ofMinutes(2));
                return world.mail.accept(notification, point);
            });
            node.gather();

            node.notifier.report(issue("b"));
            node.advance(Duration.ofHours(20));

            assertThat(world.named()).containsExactly(List.of("a"));
        }

        @Test
        void aSlotThatWasGivenBackKeepsItsNumber() {
            Node node = world.node();
            node.notifier.report(issue("a"));
            node.gather();
            node.advance(Duration.ofDays(1));
            node.notifier.report(issue("b"));
            world.switchOff();
            node.gather();

            world.switchOn();
            node.notifier.report(issue("c"));
            node.gather();

            assertThat(world.named()).containsExactly(List.of("a"), List.of("c"));
            assertThat(world.mail.received()).extracting(Notification::id).doesNotHaveDuplicates();
        }

        @Test
        void switchingOffAndOnDoesNotForgetTheUsedSlot() {
            Node node = world.node();
            node.notifier.report(issue("a"));
            node.gather();

            world.switchOff();
            node.notifier.deactivate(APP);
            node.notifier.report(issue("a"));
            world.switchOn();
            node.notifier.report(issue("a"));
            node.advance(Duration.between(node.time.instant(), START.plus(Duration.ofHours(10)))
                    .minusSeconds(1));

            assertThat(world.mail.received()).hasSize(1);
        }
    }
}
