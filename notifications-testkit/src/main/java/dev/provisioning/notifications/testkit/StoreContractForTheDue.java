package dev.provisioning.notifications.testkit;

import static dev.provisioning.notifications.testkit.SampleLedgers.LATER;
import static dev.provisioning.notifications.testkit.SampleLedgers.NOON;
import static dev.provisioning.notifications.testkit.SampleLedgers.claim;
import static dev.provisioning.notifications.testkit.SampleLedgers.dueAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The part of {@link NotificationStoreContract} about what is due, and whose turn it is. */
abstract class StoreContractForTheDue extends StoreContractForMany {
    @Nested
    @DisplayName("that is asked what is due")
    class Due {
        @Test
        @DisplayName("tells what is due now or was before, and nothing that will be")
        void tellsWhatIsDueNow() {
            write(app("before"), dueAt(NOON.minusSeconds(1)));
            write(app("now"), dueAt(NOON));
            write(app("after"), dueAt(NOON.plus(TICK)));

            assertThat(store().due(NOON, HORIZON, ALL)).containsExactly(app("before"), app("now"));
        }

        @Test
        @DisplayName("tells the longest due first, and no more than it was asked for")
        void tellsTheLongestDueFirst() {
            List<Integer> minutes = List.of(3, 5, 1, 4, 2);
            minutes.forEach(minute -> write(app("due " + minute), dueAt(NOON.minus(Duration.ofMinutes(minute)))));

            assertThat(store().due(NOON, HORIZON, ALL))
                    .containsExactly(app("due 5"), app("due 4"), app("due 3"), app("due 2"), app("due 1"));
            assertThat(store().due(NOON, HORIZON, 3)).containsExactly(app("due 5"), app("due 4"), app("due 3"));
            assertThat(store().due(NOON, HORIZON, 1)).containsExactly(app("due 5"));
        }

        @Test
        @DisplayName("tells each of many that are due at the same instant, once")
        void tellsEachOfTheSameInstant() {
            List<AppId> apps =
                    IntStream.range(0, 20).mapToObj(i -> app("app " + i)).toList();
            apps.forEach(app -> write(app, dueAt(NOON)));

            assertThat(store().due(NOON, HORIZON, ALL)).containsExactlyInAnyOrderElementsOf(apps);
            assertThat(store().due(NOON, HORIZON, 7)).hasSize(7).doesNotHaveDuplicates();
        }

        @Test
        @DisplayName("tells what is due beyond the horizon, after what is due now")
        void tellsWhatIsBeyondTheHorizon() {
            write(app("at the horizon"), dueAt(HORIZON));
            write(app("far beyond"), dueAt(HORIZON.plus(Duration.ofDays(3_650))));
            write(app("beyond"), dueAt(HORIZON.plus(TICK)));
            write(app("now"), dueAt(NOON));

            assertThat(store().due(NOON, HORIZON, ALL)).containsExactly(app("now"), app("beyond"), app("far beyond"));
            assertThat(store().due(NOON, HORIZON, 2)).containsExactly(app("now"), app("beyond"));
        }

        @Test
        @DisplayName("tells what is due in every phase but the idle one")
        void tellsEveryPhaseButIdle() {
            SampleLedgers.slots().forEach((name, slot) -> write(app(name), slot));
            List<AppId> busy = SampleLedgers.slots().entrySet().stream()
                    .filter(slot -> slot.getValue().phase() != Phase.IDLE)
                    .map(slot -> app(slot.getKey()))
                    .toList();

            assertThat(store().due(LATER, HORIZON, ALL)).containsExactlyInAnyOrderElementsOf(busy);
        }

        @Test
        @DisplayName("forgets what is due no more")
        void forgetsWhatIsDueNoMore() {
            write(app("idle"), dueAt(NOON));
            write(app("later"), dueAt(NOON));
            write(app("earlier"), dueAt(LATER));
            write(app("idle"), Slot.FIRST);
            write(app("later"), dueAt(LATER));
            write(app("earlier"), dueAt(NOON));

            assertThat(store().due(NOON, HORIZON, ALL)).containsExactly(app("earlier"));
            assertThat(store().nextDue(NOON)).contains(LATER);
        }

        @Test
        @DisplayName("tells the earliest instant that is still to come, and none that has come")
        void tellsTheNextInstant() {
            write(app("past"), dueAt(NOON.minusSeconds(1)));
            write(app("now"), dueAt(NOON));
            assertThat(store().nextDue(NOON)).isEmpty();

            write(app("later"), dueAt(LATER));
            write(app("soon"), dueAt(NOON.plus(TICK)));
            assertThat(store().nextDue(NOON)).contains(NOON.plus(TICK));
            assertThat(store().nextDue(NOON.plus(TICK))).contains(LATER);
            assertThat(store().nextDue(LATER)).isEmpty();
        }

        @Test
        @DisplayName("tells the most urgent first, and of equals the longest due")
        void tellsTheMostUrgentFirst() {
            List<AppId> inOrder = new ArrayList<>();
            for (Severity severity : List.of(Severity.URGENT, Severity.CRITICAL, Severity.WARNING, Severity.INFO)) {
                for (int minutes : List.of(5, 3)) {
                    inOrder.add(app(severity + " for " + minutes));
                }
            }
            for (int minutes : List.of(3, 5)) {
                Instant due = NOON.minus(Duration.ofMinutes(minutes));
                for (Severity severity : Severity.values()) {
                    write(app(severity + " for " + minutes), dueAt(due), held("a", severity));
                    due = due.plusSeconds(1); // what is worse is due for a shorter time
                }
            }

            assertThat(store().due(NOON, HORIZON, ALL)).containsExactlyElementsOf(inOrder);
            for (int limit = 1; limit < inOrder.size(); limit++) {
                assertThat(store().due(NOON, HORIZON, limit)).containsExactlyElementsOf(inOrder.subList(0, limit));
            }
        }

        @Test
        @DisplayName("goes by the worst of what is held, and by nothing else")
        void goesByWhatIsHeld() {
            write(app("nothing"), dueAt(NOON.minusSeconds(9)));
            write(app("reported"), dueAt(NOON.minusSeconds(8)), of("a", Entry.Status.REPORTED, Severity.URGENT));
            write(app("warning"), dueAt(NOON.minusSeconds(7)), held("a", Severity.WARNING));
            write(
                    app("critical"),
                    dueAt(NOON.minusSeconds(6)),
                    held("a", Severity.INFO),
                    held("b", Severity.CRITICAL),
                    held("c", Severity.WARNING),
                    of("d", Entry.Status.RESOLVED, Severity.URGENT));
            write(app("urgent"), dueAt(NOON.minusSeconds(5)).claimed(claim("a"), NOON), held("a", Severity.URGENT));

            assertThat(store().due(NOON, HORIZON, ALL))
                    .containsExactly(app("urgent"), app("critical"), app("warning"), app("nothing"), app("reported"));
        }

        @Test
        @DisplayName("puts in another place what has become more urgent, or less, though it is due when it was")
        void goesByThePresent() {
            write(app("a"), dueAt(NOON), held("a", Severity.CRITICAL));
            write(app("b"), dueAt(NOON.plus(TICK)), held("a", Severity.CRITICAL));
            Instant later = NOON.plusSeconds(1);

            write(app("b"), dueAt(NOON.plus(TICK)), held("a", Severity.URGENT));
            assertThat(store().due(later, HORIZON, ALL)).containsExactly(app("b"), app("a"));

            write(app("b"), dueAt(NOON.plus(TICK)), held("a", Severity.WARNING));
            assertThat(store().due(later, HORIZON, ALL)).containsExactly(app("a"), app("b"));

            write(app("b"), Slot.FIRST, held("a", Severity.WARNING));
            assertThat(store().due(later, HORIZON, ALL)).containsExactly(app("a"));
        }

        @Test
        @DisplayName("tells what is due beyond the horizon last, however urgent it is")
        void tellsWhatIsBeyondTheHorizonLast() {
            Instant farBeyond = Instant.parse("9999-12-31T23:59:59.999999Z");
            write(app("critical, far beyond"), dueAt(farBeyond.minus(TICK)), held("a", Severity.CRITICAL));
            write(app("urgent, far beyond"), dueAt(farBeyond), held("a", Severity.URGENT));
            write(app("urgent, beyond"), dueAt(HORIZON.plus(TICK)), held("a", Severity.URGENT));
            write(app("urgent, to come"), dueAt(LATER), held("a", Severity.URGENT));
            write(app("of no urgency"), dueAt(NOON));
            write(app("long ago"), dueAt(Instant.parse("1900-01-01T00:00:00Z")));

            List<AppId> inOrder = List.of(
                    app("long ago"),
                    app("of no urgency"),
                    app("urgent, beyond"),
                    app("urgent, far beyond"),
                    app("critical, far beyond"));
            assertThat(store().due(NOON, HORIZON, ALL)).containsExactlyElementsOf(inOrder);
            assertThat(store().due(NOON, HORIZON, 3)).containsExactlyElementsOf(inOrder.subList(0, 3));
        }

        @Test
        @DisplayName("tells the earliest instant that is still to come, however urgent what is due then")
        void tellsTheNextInstantOfAnyUrgency() {
            for (Severity soonest : Severity.values()) {
                for (Severity severity : Severity.values()) {
                    Instant due = severity == soonest ? NOON.plus(TICK) : LATER;
                    write(app(severity + " to come"), dueAt(due), held("a", severity));
                    write(app(severity + " now"), dueAt(NOON), held("a", severity));
                }
                assertThat(store().nextDue(NOON)).as("%s", soonest).contains(NOON.plus(TICK));
            }
        }

        private void write(AppId app, Slot slot, Entry... entries) {
            Ledger present = store().read(app);
            replace(present, present.successor(slot, SampleLedgers.byKey(Stream.of(entries)), null));
        }

        private Entry held(String key, Severity severity) {
            return of(key, Entry.Status.HELD, severity);
        }

        private Entry of(String key, Entry.Status status, Severity severity) {
            return SampleLedgers.of(key, status, severity);
        }
    }
}
