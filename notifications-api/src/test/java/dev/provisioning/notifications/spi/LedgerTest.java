package dev.provisioning.notifications.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.Absent;
import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What a store keeps")
class LedgerTest {
    private static final AppId APP = AppId.of("contoso", "salesforce");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final Recipient TEAM = Recipient.mail("team@example.com");
    private static final Issue ISSUE =
            Issue.builder(APP, IssueKind.QUARANTINED).summary("Quarantined").build();
    private static final DeliveryFault FAULT = DeliveryFault.at(Stage.CONNECT, "refused");
    private static final Handover MARK = new Handover(NOON, LATER, 3, List.of(TEAM), "subject", 1);
    private static final Claim CLAIM = new Claim("node-1", "token-1", null);

    private static Entry entry(Entry.Status status, long count, long told, long born, @Nullable Instant resolvedAt) {
        return new Entry(
                "key", status, ISSUE, Severity.CRITICAL, NOON, NOON, NOON, count, told, born, 5, false, resolvedAt);
    }

    private static Entry entry(String key, Entry.Status status) {
        return entry(key, status, Severity.INFO);
    }

    private static Entry entry(String key, Entry.Status status, Severity severity) {
        Instant resolvedAt = status == Entry.Status.RESOLVED ? NOON : null;
        return new Entry(key, status, ISSUE, severity, NOON, NOON, NOON, 1, 0, 1, 1, false, resolvedAt);
    }

    private static void assertContradiction(ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining("contradicts itself");
    }

    private static void assertMissing(String field, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).withMessage(field);
    }

    @Nested
    @DisplayName("A ledger")
    class Ledgers {
        @Test
        void isEmptyInTheBeginning() {
            Ledger empty = Ledger.empty(APP);

            assertThat(empty).isEqualTo(new Ledger(APP, 0, Slot.FIRST, Map.of(), null));
            assertThat(empty.holdsAnything()).isFalse();
            assertThat(empty.held()).isEmpty();
        }

        @Test
        void hasADirectSuccessor() {
            Slot slot = Slot.FIRST.waiting(Phase.GATHERING, NOON);
            Map<String, Entry> entries = Map.of("a", entry("a", Entry.Status.HELD));
            SentMail mail = new SentMail(1, NOON, false, List.of(), "subject", 1);

            Ledger first = Ledger.empty(APP).successor(slot, entries, mail);
            assertThat(first).isEqualTo(new Ledger(APP, 1, slot, entries, mail));
            assertThat(first.successor(Slot.FIRST)).isEqualTo(new Ledger(APP, 2, Slot.FIRST, entries, mail));
        }

        @Test
        void tellsWhatIsHeld() {
            Ledger ledger = new Ledger(
                    APP,
                    1,
                    Slot.FIRST,
                    Map.of(
                            "a", entry("a", Entry.Status.REPORTED),
                            "b", entry("b", Entry.Status.RESOLVED),
                            "c", entry("c", Entry.Status.HELD)),
                    null);

            assertThat(ledger.held()).extracting(Entry::key).containsExactly("c");
            assertThat(ledger.holdsAnything()).isTrue();
        }

        @Test
        void isAsUrgentAsTheWorstOfWhatIsHeld() {
            Ledger ledger = Ledger.empty(APP)
                    .successor(
                            Slot.FIRST,
                            Map.of(
                                    "a", entry("a", Entry.Status.HELD, Severity.INFO),
                                    "b", entry("b", Entry.Status.HELD, Severity.CRITICAL),
                                    "c", entry("c", Entry.Status.HELD, Severity.WARNING),
                                    "d", entry("d", Entry.Status.REPORTED, Severity.URGENT),
                                    "e", entry("e", Entry.Status.RESOLVED, Severity.URGENT)),
                            null);

            assertThat(ledger.urgency()).isEqualTo(Severity.CRITICAL);
            assertThat(Ledger.empty(APP).urgency()).isEqualTo(Severity.INFO);
        }

        @Test
        void copiesItsEntries() {
            Map<String, Entry> entries = new HashMap<>(Map.of("a", entry("a", Entry.Status.HELD)));
            Ledger ledger = new Ledger(APP, 1, Slot.FIRST, entries, null);

            entries.clear();

            assertThat(ledger.entries()).containsOnlyKeys("a");
            assertThatThrownBy(() -> ledger.entries().clear()).isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void isOfAnApplicationAndHasASlot() {
            assertMissing("ledger.app", () -> Ledger.empty(Absent.value()));
            assertMissing("ledger.slot", () -> Ledger.empty(APP).successor(Absent.value()));
        }
    }

    @Nested
    @DisplayName("A slot")
    class Slots {
        private static Slot slot(
                long number, Phase phase, @Nullable Instant dueAt, @Nullable Claim claim, int attempts, int stumbles) {
            return new Slot(number, phase, dueAt, null, null, claim, attempts, stumbles, null);
        }

        @ParameterizedTest
        @EnumSource
        void isDueUnlessIdleAndClaimedJustWhileSomebodyIsAtWork(Phase phase) {
            Instant due = phase == Phase.IDLE ? null : NOON;
            Instant otherDue = phase == Phase.IDLE ? NOON : null;
            Claim claim =
                    switch (phase) {
                        case CLAIMED -> CLAIM;
                        case HANDED_OVER -> CLAIM.handedOver(MARK);
                        default -> null;
                    };

            assertThat(slot(1, phase, due, claim, 0, 0).phase()).isEqualTo(phase);
            assertContradiction(() -> slot(1, phase, otherDue, claim, 0, 0));
            if (claim == null) {
                assertContradiction(() -> slot(1, phase, due, CLAIM, 0, 0));
                assertContradiction(() -> slot(1, phase, due, CLAIM.handedOver(MARK), 0, 0));
            } else {
                assertContradiction(() -> slot(1, phase, due, null, 0, 0));
            }
            assertThat(phase.isWaiting()).isEqualTo(due != null && claim == null);
        }

        @Test
        void isMarkedJustIfItIsHandedOver() {
            assertContradiction(() -> slot(1, Phase.CLAIMED, NOON, CLAIM.handedOver(MARK), 0, 0));
            assertContradiction(() -> slot(1, Phase.HANDED_OVER, NOON, CLAIM, 0, 0));
        }

        @Test
        void countsFromOneAndNeverBelowZero() {
            assertContradiction(() -> slot(0, Phase.IDLE, null, null, 0, 0));
            assertContradiction(() -> slot(1, Phase.IDLE, null, null, -1, 0));
            assertContradiction(() -> slot(1, Phase.IDLE, null, null, 0, -1));
            assertMissing("slot.phase", () -> slot(1, Absent.value(), null, null, 0, 0));
        }

        @Test
        void opensAfterItsPredecessorWasUsed() {
            assertThat(Slot.FIRST.opening(NOON, LATER).opensAt()).isEqualTo(LATER);
            assertContradiction(() -> new Slot(2, Phase.IDLE, null, NOON, null, null, 0, 0, null));
            assertContradiction(() -> new Slot(2, Phase.IDLE, null, null, LATER, null, 0, 0, null));
        }

        @Test
        void goesItsWayFromGatheringToTheNext() {
            Trouble trouble = new Trouble(NOON, FAULT);
            Slot gathering = Slot.FIRST.waiting(Phase.GATHERING, NOON);
            Slot claimed = gathering.claimed(CLAIM, LATER);
            Slot troubled = claimed.waiting(Phase.RETRY, LATER).troubled(trouble, 0);
            Slot handedOver = troubled.claimed(CLAIM, LATER).handedOver(CLAIM.handedOver(MARK), LATER);

            assertThat(claimed).isEqualTo(slot(1, Phase.CLAIMED, LATER, CLAIM, 1, 1));
            assertThat(troubled).isEqualTo(new Slot(1, Phase.RETRY, LATER, null, null, null, 1, 0, trouble));
            assertThat(handedOver)
                    .isEqualTo(
                            new Slot(1, Phase.HANDED_OVER, LATER, null, null, CLAIM.handedOver(MARK), 2, 1, trouble));
            assertThat(handedOver.next()).isEqualTo(new Slot(2, Phase.IDLE, null, NOON, LATER, null, 0, 0, null));
            assertThat(troubled.idle()).isEqualTo(new Slot(1, Phase.IDLE, null, null, null, null, 1, 0, trouble));
        }

        @Test
        void hasNoNextBeforeItWasHandedOver() {
            assertThatIllegalStateException().isThrownBy(Slot.FIRST::next);
            assertThatIllegalStateException()
                    .isThrownBy(() -> Slot.FIRST.claimed(CLAIM, NOON).next())
                    .withMessageContaining("CLAIMED");
        }
    }

    @Nested
    @DisplayName("An entry")
    class Entries {
        @Test
        void wasReportedAtLeastOnceAndToldOfNoMoreOften() {
            assertThat(entry(Entry.Status.HELD, 1, 0, 5, null).count()).isEqualTo(1);
            assertThat(entry(Entry.Status.HELD, 2, 2, 5, null).told()).isEqualTo(2);
            assertContradiction(() -> entry(Entry.Status.HELD, 0, 0, 5, null));
            assertContradiction(() -> entry(Entry.Status.HELD, 1, 2, 5, null));
            assertContradiction(() -> entry(Entry.Status.HELD, 1, -1, 5, null));
        }

        @Test
        void hasNotChangedBeforeItWasBorn() {
            assertContradiction(() -> entry(Entry.Status.HELD, 1, 0, 6, null));
        }

        @ParameterizedTest
        @EnumSource
        void knowsWhenItWasResolvedJustIfItIs(Entry.Status status) {
            Instant resolvedAt = status == Entry.Status.RESOLVED ? NOON : null;
            Instant other = status == Entry.Status.RESOLVED ? null : NOON;

            assertThat(entry(status, 1, 0, 1, resolvedAt).isHeld()).isEqualTo(status == Entry.Status.HELD);
            assertContradiction(() -> entry(status, 1, 0, 1, other));
        }

        @Test
        void standsForItsKindIfItsKeyBeginsWithAPlus() {
            assertThat(entry("+quarantined", Entry.Status.HELD).isCountedOnly()).isTrue();
            assertThat(entry("quarantined+", Entry.Status.HELD).isCountedOnly()).isFalse();
        }

        @Test
        void hasAllItsParts() {
            assertMissing("entry.key", () -> entry(Absent.value(), Entry.Status.HELD));
            assertMissing("entry.status", () -> entry(Absent.value(), 1, 0, 1, null));
            assertMissing(
                    "entry.heldAt",
                    () -> new Entry(
                            "key",
                            Entry.Status.HELD,
                            ISSUE,
                            Severity.INFO,
                            NOON,
                            NOON,
                            Absent.value(),
                            1,
                            0,
                            1,
                            1,
                            false,
                            null));
        }
    }

    @Nested
    @DisplayName("What a mail left behind")
    class Mails {
        @Test
        void keepsCopiesOfWhoGotIt() {
            List<Recipient> recipients = new ArrayList<>(List.of(TEAM));
            List<RecipientOutcome> outcomes = new ArrayList<>(List.of(RecipientOutcome.accepted(TEAM)));
            Handover mark = new Handover(NOON, LATER, 3, recipients, "subject", 1);
            SentMail mail = new SentMail(1, NOON, false, outcomes, "subject", 1);

            recipients.clear();
            outcomes.clear();

            assertThat(mark.recipients()).containsExactly(TEAM);
            assertThat(mail.outcomes()).hasSize(1);
        }

        @Test
        void hasAllItsParts() {
            assertMissing("claim.owner", () -> new Claim(Absent.value(), "token", null));
            assertMissing("claim.token", () -> new Claim("owner", Absent.value(), null));
            assertMissing("handover.at", () -> new Handover(Absent.value(), LATER, 3, List.of(), "subject", 1));
            assertMissing("handover.opensAt", () -> new Handover(NOON, Absent.value(), 3, List.of(), "subject", 1));
            assertMissing("handover.subject", () -> new Handover(NOON, LATER, 3, List.of(), Absent.value(), 1));
            assertMissing("mail.at", () -> new SentMail(1, Absent.value(), false, List.of(), "subject", 1));
            assertMissing("mail.subject", () -> new SentMail(1, NOON, false, List.of(), Absent.value(), 1));
            assertMissing("trouble.since", () -> new Trouble(Absent.value(), FAULT));
            assertMissing("trouble.fault", () -> new Trouble(NOON, Absent.value()));
        }
    }
}
