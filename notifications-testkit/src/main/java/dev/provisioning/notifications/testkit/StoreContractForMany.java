package dev.provisioning.notifications.testkit;

import static dev.provisioning.notifications.testkit.SampleLedgers.APP;
import static dev.provisioning.notifications.testkit.SampleLedgers.LATER;
import static dev.provisioning.notifications.testkit.SampleLedgers.NOON;
import static dev.provisioning.notifications.testkit.SampleLedgers.claim;
import static dev.provisioning.notifications.testkit.SampleLedgers.counted;
import static dev.provisioning.notifications.testkit.SampleLedgers.dueAt;
import static dev.provisioning.notifications.testkit.SampleLedgers.entry;
import static dev.provisioning.notifications.testkit.SampleLedgers.issue;
import static dev.provisioning.notifications.testkit.SampleLedgers.marked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Claim;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The part of {@link NotificationStoreContract} about applications, threads, nodes, processes; and the steps that all parts take. */
abstract class StoreContractForMany {
    static final Instant HORIZON = NOON.plus(Duration.ofDays(8));
    static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);
    static final int ALL = 1_000;
    static final int THREADS = 8;

    abstract NotificationStore store();

    abstract Optional<NotificationStore> secondStore();

    abstract Optional<NotificationStore> reopen();

    final Ledger replace(Ledger expected, Ledger successor) {
        assertThat(store().replace(expected, successor))
                .as("replaces revision %d of %s", expected.revision(), expected.app())
                .isTrue();
        return successor;
    }

    final Ledger write(AppId app, Slot slot) {
        Ledger present = store().read(app);
        return replace(present, present.successor(slot));
    }

    final Ledger writeEntries(Map<String, Entry> entries) {
        Ledger present = store().read(APP);
        return replace(present, present.successor(present.slot(), entries, null));
    }

    static AppId app(String name) {
        return AppId.of("contoso", name);
    }

    /** Part by part, so that a failure shows which; and with the order of facts, which equality leaves out. */
    static void assertSame(Ledger read, Ledger written) {
        assertThat(read.app()).isEqualTo(written.app());
        assertThat(read.revision()).as("revision").isEqualTo(written.revision());
        assertThat(read.slot()).isEqualTo(written.slot());
        assertThat(read.lastMail()).isEqualTo(written.lastMail());
        assertThat(read.entries().keySet()).isEqualTo(written.entries().keySet());
        written.entries().forEach((key, entry) -> {
            Entry kept = read.entries().get(key);
            assertThat(kept).isEqualTo(entry);
            assertThat(kept == null ? null : kept.issue().facts().keySet())
                    .as("facts of %s in their order", key)
                    .containsExactlyElementsOf(entry.issue().facts().keySet());
        });
    }

    @Nested
    @DisplayName("of several applications")
    class Several {
        @Test
        @DisplayName("tells applications apart that look alike")
        void tellsApplicationsApart() {
            List<AppId> apps =
                    new ArrayList<>(List.of(AppId.of("a/b", "c"), AppId.of("a", "b/c"), AppId.of("c", "a/b")));
            for (String alike : SampleLedgers.alikes()) {
                apps.add(AppId.of("contoso", alike));
                apps.add(AppId.of(alike, "contoso"));
            }
            List<Ledger> written = new ArrayList<>();
            for (AppId app : apps) {
                assertThat(store().read(app)).isEqualTo(Ledger.empty(app));
                Entry entry = entry(issue(app, "key"), 1);
                Ledger empty = Ledger.empty(app);
                written.add(replace(empty, empty.successor(dueAt(NOON), Map.of("key", entry), null)));
            }

            written.forEach(ledger -> assertSame(store().read(ledger.app()), ledger));
            assertThat(store().due(NOON, HORIZON, ALL)).containsExactlyInAnyOrderElementsOf(apps);
        }

        @Test
        @DisplayName("changes one without the others")
        void changesOneWithoutTheOthers() {
            Ledger untouched = write(AppId.of("fabrikam", APP.name()), dueAt(NOON));
            writeEntries(Map.of("key", entry("key")));
            write(APP, dueAt(LATER));

            assertSame(store().read(untouched.app()), untouched);
            assertThat(store().read(APP).revision()).isEqualTo(2);
        }
    }

    @Nested
    @DisplayName("that many threads use at once")
    class Contended {
        @Test
        @DisplayName("lets exactly one of them replace a revision")
        void letsOneReplaceARevision() {
            assertOneWinsEachRound(List.of(store()), 20);
        }

        @Test
        @DisplayName("loses nothing that they count")
        void losesNothing() {
            assertNothingIsLost(List.of(store()), 25);
        }

        @Test
        @DisplayName("gives a slot to exactly one of those who claim it")
        void givesASlotToOne() {
            for (int round = 0; round < 20; round++) {
                Ledger due = write(app("round " + round), dueAt(NOON));
                List<Optional<Claim>> winners = Race.of(THREADS, i -> () -> {
                    Claim claim = claim("thread " + i);
                    boolean won = store().replace(due, due.successor(due.slot().claimed(claim, LATER)));
                    return Optional.of(claim).filter(mine -> won);
                });

                assertThat(winners.stream().flatMap(Optional::stream))
                        .hasSize(1)
                        .containsExactly(store().read(due.app()).slot().claim());
            }
        }

        @Test
        @DisplayName("lets a claim be either marked or taken over")
        void letsAClaimBeMarkedOrTakenOver() {
            for (int round = 0; round < 20; round++) {
                Claim owner = claim("owner");
                Ledger claimed = write(app("round " + round), dueAt(NOON).claimed(owner, LATER));
                Ledger mark = claimed.successor(marked(claimed.slot(), owner));
                Ledger takeover = claimed.successor(claimed.slot().claimed(claim("other"), LATER));
                List<Boolean> won = Race.of(2, i -> () -> store().replace(claimed, i == 0 ? mark : takeover));

                assertThat(won).containsExactlyInAnyOrder(true, false);
                assertSame(store().read(claimed.app()), won.get(0) ? mark : takeover);
            }
        }

        @Test
        @DisplayName("shows every reader slot and entries of the same revision")
        void showsWholeLedgers() {
            Ledger start = write(APP, dueAt(NOON));
            List<Boolean> whole = Race.of(2, i -> () -> i == 0 ? writesThirty(start) : readsWhole());

            assertThat(whole).containsOnly(true);
        }

        private boolean writesThirty(Ledger start) {
            Ledger ledger = start;
            for (int i = 0; i < 30; i++) {
                long count = ledger.revision() + 1;
                ledger = replace(
                        ledger,
                        ledger.successor(
                                new Slot(count, Phase.GATHERING, NOON, null, null, null, 0, 0, null),
                                Map.of(
                                        "key",
                                        counted(entry("key"), count, count),
                                        "key " + count,
                                        entry("key " + count)),
                                null));
            }
            return true;
        }

        private boolean readsWhole() {
            Ledger seen = store().read(APP);
            while (seen.revision() <= 30) {
                Race.stopIfOver();
                long revision = seen.revision();
                assertThat(seen.slot().number()).isEqualTo(revision);
                if (revision > 1) {
                    assertThat(seen.entries()).containsOnlyKeys("key", "key " + revision);
                    assertThat(seen.entries().get("key")).isEqualTo(counted(entry("key"), revision, revision));
                }
                seen = store().read(APP);
            }
            return true;
        }
    }

    @Nested
    @DisplayName("that several nodes share")
    class Shared {
        private NotificationStore second() {
            Optional<NotificationStore> second = secondStore();
            assumeTrue(second.isPresent(), "this store cannot be shared by several nodes");
            return second.orElseThrow();
        }

        @Test
        @DisplayName("shows each node at once what another has done")
        void showsWhatAnotherHasDone() {
            try (NotificationStore second = second()) {
                assertThat(second.read(APP)).isEqualTo(Ledger.empty(APP));
                Ledger first = write(APP, dueAt(NOON));

                assertSame(second.read(APP), first);
                assertThat(second.due(NOON, HORIZON, ALL)).containsExactly(APP);
                assertThat(second.nextDue(Instant.EPOCH)).contains(NOON);
                assertThat(second.replace(Ledger.empty(APP), Ledger.empty(APP).successor(dueAt(LATER))))
                        .isFalse();

                Ledger next = first.successor(dueAt(LATER), Map.of("a", entry("a")), null);
                assertThat(second.replace(first, next)).isTrue();
                assertSame(store().read(APP), next);
                assertThat(store().due(NOON, HORIZON, ALL)).isEmpty();
            }
        }

        @Test
        @DisplayName("asks each node to look after the others now and then")
        void asksToPoll() {
            try (NotificationStore second = second()) {
                assertThat(second.pollInterval()).isPresent();
            }
        }

        @Test
        @DisplayName("lets exactly one of them replace a revision")
        void letsOneReplaceARevision() {
            try (NotificationStore second = second()) {
                assertOneWinsEachRound(List.of(store(), second), 20);
            }
        }

        @Test
        @DisplayName("loses nothing that they count")
        void losesNothing() {
            try (NotificationStore second = second()) {
                assertNothingIsLost(List.of(store(), second), 10);
            }
        }
    }

    @Nested
    @DisplayName("that ends")
    class Ending {
        @Test
        @DisplayName("still has everything in the next process")
        void hasEverythingInTheNextProcess() {
            Ledger written = writeEntries(SampleLedgers.entries());
            Ledger due = write(app("due"), dueAt(NOON));
            Optional<NotificationStore> reopened = reopen();
            assumeTrue(reopened.isPresent(), "this store does not outlive its process");

            try (NotificationStore next = reopened.orElseThrow()) {
                assertSame(next.read(APP), written);
                assertSame(next.read(due.app()), due);
                assertThat(next.due(NOON, HORIZON, ALL)).containsExactly(due.app());
                assertThat(next.replace(Ledger.empty(APP), Ledger.empty(APP).successor(dueAt(NOON))))
                        .isFalse();
                assertThat(next.replace(written, written.successor(dueAt(NOON))))
                        .isTrue();
            }
        }

        @Test
        @DisplayName("may be closed more than once")
        void mayBeClosedTwice() {
            write(APP, dueAt(NOON));
            store().close();
            store().close();
        }
    }

    private static NotificationStore one(List<NotificationStore> nodes, int thread) {
        return nodes.get(thread % nodes.size());
    }

    private static void assertOneWinsEachRound(List<NotificationStore> nodes, int rounds) {
        for (int round = 0; round < rounds; round++) {
            Ledger present = nodes.get(0).read(APP);
            List<Boolean> won = Race.of(
                    THREADS, i -> () -> one(nodes, i).replace(present, present.successor(dueAt(NOON.plusSeconds(i)))));

            assertThat(won)
                    .as("who has replaced revision %d", present.revision())
                    .containsOnlyOnce(true);
            assertSame(nodes.get(0).read(APP), present.successor(dueAt(NOON.plusSeconds(won.indexOf(true)))));
        }
    }

    private static void assertNothingIsLost(List<NotificationStore> nodes, int times) {
        Ledger empty = Ledger.empty(APP);
        assertThat(nodes.get(0).replace(empty, empty.successor(dueAt(NOON), Map.of("key", entry("key")), null)))
                .isTrue();

        Race.of(THREADS, i -> () -> {
            for (int n = 0; n < times; n++) {
                count(one(nodes, i));
            }
            return i;
        });

        Ledger last = nodes.get(0).read(APP);
        assertThat(last.revision()).isEqualTo(1 + (long) THREADS * times);
        assertThat(last.entries().get("key")).isEqualTo(counted(entry("key"), last.revision(), last.revision()));
    }

    /** Counts once, as every step of the library is done: read, compute, replace, and all over if somebody was faster. */
    private static void count(NotificationStore store) {
        while (true) {
            Race.stopIfOver();
            Ledger present = store.read(APP);
            Entry before = present.entries().get("key");
            assertThat(before).isNotNull();
            Entry after = counted(before, before.count() + 1, present.revision() + 1);
            if (store.replace(present, present.successor(present.slot(), Map.of("key", after), null))) {
                return;
            }
        }
    }
}
