package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.LEASE;
import static dev.provisioning.notifications.core.World.START;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.spi.Claim;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The pure functions, where no notifier would ask such a question: each guards itself, whoever calls it. */
@DisplayName("A step of the slot machine")
class SlotMachineTest {
    private static final ZoneId UTC = ZoneOffset.UTC;

    private final SlotMachine machine = new SlotMachine(World.policy().build(), WhenInDoubt.CARRY_OVER, 100);
    private final Ledger gathering = held("a");
    private final Ledger claimed = claimed(gathering);

    private Ledger held(String key) {
        return machine.hold(Ledger.empty(APP), List.of(Reported.once(issue(key))), () -> UTC, START)
                .ledger();
    }

    private static Ledger claimed(Ledger ledger) {
        return ledger.successor(ledger.slot().claimed(new Claim("owner", "token", null), START.plus(LEASE)));
    }

    @Nested
    @DisplayName("1: compares state, slot and token")
    class Rule1 {
        @Test
        void refusesACutOfAnotherSlot() {
            Claim claim = new Claim("owner", "token", null);
            Ledger other =
                    claimed.successor(new Slot(2, Phase.CLAIMED, START.plus(LEASE), null, null, claim, 1, 1, null));

            assertThat(machine.mark(other, claimed, "token", List.of(), "subject", LEASE, UTC, START)
                            .answer())
                    .isEqualTo(SlotMachine.Marked.TAKEN_OVER);
            assertThat(machine.refused(other, claimed, "token", Phase.RETRY, null, false, START)
                            .answer())
                    .isFalse();
            assertThat(machine.switchedOff(other, claimed, "token", UTC).ledger())
                    .isEqualTo(other);
        }
    }

    @Nested
    @DisplayName("4: leaves a claim alone until its lease is over")
    class Rule4 {
        @Test
        void isNotTakenOverBefore() {
            Instant over = START.plus(LEASE);

            assertThat(machine.claim(claimed, "other", "anew", LEASE, UTC, over.minusNanos(1)))
                    .isEqualTo(new Step<>(claimed, SlotMachine.Claimed.NOT_NOW));
            assertThat(machine.claim(claimed, "other", "anew", LEASE, UTC, over).answer())
                    .isEqualTo(SlotMachine.Claimed.YES);
        }
    }

    @Nested
    @DisplayName("changes nothing where nothing is to change")
    class Idle {
        private final Ledger bare = new Ledger(APP, 7, Slot.FIRST, Map.of(), null);

        @Test
        void whenARepeatIsMergedTheSlotStaysAsItIsAndNobodyAsksForTheZone() {
            Step<List<Disposition>> merged = machine.hold(
                    gathering,
                    List.of(Reported.once(issue("a"))),
                    () -> {
                        throw new AssertionError("asked for the zone");
                    },
                    START.plusSeconds(30));

            assertThat(merged.answer()).containsExactly(Disposition.MERGED);
            assertThat(merged.ledger().slot()).isEqualTo(gathering.slot());
        }

        @Test
        void whenWhatIsIdleAndEmptyIsSwitchedOffOrErased() {
            assertThat(machine.deactivate(bare)).isEqualTo(new Step<>(bare, 0));
            assertThat(machine.erase(bare)).isEqualTo(new Step<>(bare, 0));
        }

        @Test
        void butWhatIsEmptyAndClaimedIsPutToRest() {
            Ledger empty = new Ledger(APP, 7, claimed.slot(), Map.of(), null);

            assertThat(machine.deactivate(empty).ledger().slot().phase()).isEqualTo(Phase.IDLE);
            assertThat(machine.erase(empty).ledger().slot().phase()).isEqualTo(Phase.IDLE);
        }

        @Test
        void butWhatIsHeldIsDroppedAndTheLastMailForgotten() {
            SentMail mail = new SentMail(1, START, false, List.of(), "subject", 1);
            Ledger held = new Ledger(APP, 7, Slot.FIRST, gathering.entries(), null);
            Ledger mailed = new Ledger(APP, 7, Slot.FIRST, Map.of(), mail);

            assertThat(machine.deactivate(held).ledger().entries()).isEmpty();
            assertThat(machine.erase(held).ledger().entries()).isEmpty();
            assertThat(machine.erase(mailed).ledger().lastMail()).isNull();
        }
    }

    @Nested
    @DisplayName("lets a slot wait for the first of what is held")
    class Waiting {
        @Test
        void whoeverComesLaterDoesNotPutItOff() {
            Ledger more = machine.hold(gathering, List.of(Reported.once(issue("b"))), () -> UTC, START.plusSeconds(30))
                    .ledger();

            assertThat(more.slot().dueAt()).isEqualTo(START.plusSeconds(60));
        }

        @Test
        void whatIsFreshTakesAlongWhatWaitsForTheMorning() {
            Ledger morning =
                    gathering.successor(gathering.slot().waiting(Phase.GATHERING, START.plus(Duration.ofHours(18))));
            Ledger more = machine.hold(morning, List.of(Reported.once(issue("b"))), () -> UTC, START)
                    .ledger();

            assertThat(more.slot().dueAt()).isEqualTo(START.plusSeconds(60));
        }

        @Test
        void aResolveOfOneOfTwoLetsItWait() {
            Ledger two = machine.hold(gathering, List.of(Reported.once(issue("b"))), () -> UTC, START)
                    .ledger();

            Ledger one = machine.resolve(two, "a", null, START).ledger();
            assertThat(one.slot()).isEqualTo(two.slot());
            Ledger none = machine.resolve(one, "b", null, START).ledger();
            assertThat(none.slot().phase()).isEqualTo(Phase.IDLE);
        }

        @Test
        void aResolveOfAllTakesNoClaimAway() {
            Ledger none = machine.resolve(claimed, "a", null, START).ledger();

            assertThat(none.slot()).isEqualTo(claimed.slot());
        }
    }

    @Nested
    @DisplayName("knows a result that was recorded before")
    class Recorded {
        private Step<Boolean> acceptedAfter(@Nullable SentMail last) {
            Ledger now = new Ledger(APP, 9, Slot.FIRST, Map.of(), last);
            return machine.accepted(now, claimed, "token", List.of(), UTC);
        }

        @Test
        void byTheSlotOfTheLastMailUnlessThatIsInDoubt() {
            assertThat(acceptedAfter(new SentMail(1, START, false, List.of(), "subject", 1))
                            .answer())
                    .isTrue();
            assertThat(acceptedAfter(new SentMail(1, START, true, List.of(), "subject", 1))
                            .answer())
                    .isFalse();
            assertThat(acceptedAfter(new SentMail(2, START, false, List.of(), "subject", 1))
                            .answer())
                    .isFalse();
            assertThat(acceptedAfter(null).answer()).isFalse();
        }
    }
}
