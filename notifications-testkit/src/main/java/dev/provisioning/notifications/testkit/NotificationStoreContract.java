package dev.provisioning.notifications.testkit;

import static dev.provisioning.notifications.testkit.SampleLedgers.APP;
import static dev.provisioning.notifications.testkit.SampleLedgers.LATER;
import static dev.provisioning.notifications.testkit.SampleLedgers.NOON;
import static dev.provisioning.notifications.testkit.SampleLedgers.counted;
import static dev.provisioning.notifications.testkit.SampleLedgers.dueAt;
import static dev.provisioning.notifications.testkit.SampleLedgers.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Slot;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every {@link NotificationStore} promises, as tests: for whoever writes one. Extend it, and say how to get the
 * store.
 *
 * <p>What a store cannot show, such as a second node on the same data, is skipped, visibly. Instants are written in
 * microseconds, which a store must keep; of the nanoseconds beyond, it may cut off what it cannot keep. JUnit makes an
 * instance per test; make an empty store for each, and close it in {@code @AfterEach}.
 *
 * <pre>{@code
 * class RedisNotificationStoreTest extends NotificationStoreContract {
 *     private final NotificationStore store = new RedisNotificationStore(emptyDatabase());
 *
 *     @Override
 *     protected NotificationStore store() {
 *         return store;
 *     }
 * }
 * }</pre>
 */
@DisplayName("A notification store")
public abstract class NotificationStoreContract extends StoreContractBesideLedgers {
    /** For subclasses. */
    protected NotificationStoreContract() {}

    /**
     * The store to be tested, empty when a test begins.
     *
     * @return the same store however often it is asked for in one test
     */
    @Override
    protected abstract NotificationStore store();

    /**
     * What another node would have: a second store on the data of {@link #store()}.
     *
     * @return another store, for the test to close; empty, the default, if the data cannot be shared
     */
    @Override
    protected Optional<NotificationStore> secondStore() {
        return Optional.empty();
    }

    /**
     * What the next process would have: closes {@link #store()}, better still without any farewell, and opens its data
     * anew.
     *
     * @return another store, for the test to close; empty, the default, if the data does not outlive the store
     */
    @Override
    protected Optional<NotificationStore> reopen() {
        return Optional.empty();
    }

    /**
     * What a host does that reports an issue within a transaction of its own, and commits.
     *
     * @return how to do so with {@link #store()}; empty, the default, if its {@link NotificationStore#outbox()} is
     */
    @Override
    protected Optional<Consumer<Issue>> host() {
        return Optional.empty();
    }

    @Nested
    @DisplayName("of an application that nothing was reported of")
    class Untouched {
        @Test
        @DisplayName("has an empty ledger of revision 0, and nothing is due")
        void isEmpty() {
            assertThat(store().read(APP)).isEqualTo(Ledger.empty(APP));
            assertThat(store().due(NOON, HORIZON, ALL)).isEmpty();
            assertThat(store().nextDue(Instant.EPOCH)).isEmpty();
            assertThat(store().read(APP)).isEqualTo(Ledger.empty(APP));
        }
    }

    @Nested
    @DisplayName("that is to replace a ledger")
    class Replacing {
        private final Ledger empty = Ledger.empty(APP);

        @Test
        @DisplayName("puts the direct successor in its place")
        void putsTheSuccessorInItsPlace() {
            Ledger first = replace(empty, empty.successor(dueAt(NOON)));
            assertSame(store().read(APP), first);

            Ledger second = replace(first, first.successor(Slot.FIRST, Map.of("a", entry("a")), null));
            assertSame(store().read(APP), second);
        }

        @Test
        @DisplayName("refuses, and changes nothing, if somebody was faster")
        void refusesIfSomebodyWasFaster() {
            Ledger first = replace(empty, empty.successor(dueAt(NOON)));

            assertThat(store().replace(empty, empty.successor(dueAt(LATER)))).isFalse();
            assertSame(store().read(APP), first);
            assertThat(store().nextDue(Instant.EPOCH)).contains(NOON);
        }

        @Test
        @DisplayName("refuses the same step a second time")
        void refusesTheSameStepTwice() {
            Ledger first = replace(empty, empty.successor(dueAt(NOON)));

            assertThat(store().replace(empty, first)).isFalse();
            assertSame(store().read(APP), first);
        }

        @Test
        @DisplayName("refuses, and changes nothing, if it has not come so far")
        void refusesARevisionThatIsAhead() {
            Ledger ahead = empty.successor(dueAt(NOON)).successor(dueAt(NOON));
            assertThat(store().replace(ahead, ahead.successor(dueAt(LATER)))).isFalse();
            assertSame(store().read(APP), empty);

            Ledger first = replace(empty, empty.successor(dueAt(NOON)));
            assertThat(store().replace(ahead, ahead.successor(dueAt(LATER)))).isFalse();
            assertSame(store().read(APP), first);
        }

        @Test
        @DisplayName("calls what is not the direct successor a bad argument, and changes nothing")
        void refusesWhatIsNotTheDirectSuccessor() {
            Ledger first = replace(empty, empty.successor(dueAt(NOON)));
            Ledger second = first.successor(dueAt(LATER));

            for (Ledger other : List.of(empty, first, second.successor(dueAt(LATER)))) {
                assertThatIllegalArgumentException()
                        .as("revision %d after %d", other.revision(), first.revision())
                        .isThrownBy(() -> store().replace(first, other));
            }
            assertSame(store().read(APP), first);
        }

        @Test
        @DisplayName("calls a successor of another application a bad argument, and changes nothing")
        void refusesASuccessorOfAnotherApplication() {
            AppId other = AppId.of(APP.tenant(), "workday");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store().replace(empty, Ledger.empty(other).successor(dueAt(NOON))));
            assertSame(store().read(APP), empty);
            assertSame(store().read(other), Ledger.empty(other));
        }

        @Test
        @DisplayName("adds, changes and removes entries as the successor says")
        void addsChangesAndRemovesEntries() {
            writeEntries(Map.of("a", entry("a"), "b", entry("b")));
            assertThat(store().read(APP).entries()).containsOnlyKeys("a", "b");

            Ledger second = writeEntries(Map.of("b", counted(entry("b"), 2, 2), "c", entry("c")));
            assertSame(store().read(APP), second);

            Ledger third = writeEntries(Map.of("a", entry("a")));
            assertSame(store().read(APP), third);
        }

        @Test
        @DisplayName("never restarts the revision, not even when nothing is left")
        void neverRestartsTheRevision() {
            Ledger full = writeEntries(Map.of("a", entry("a")));
            Ledger bare = replace(full, full.successor(Slot.FIRST, Map.of(), null));

            assertThat(store().read(APP).revision()).isEqualTo(2);
            assertThat(store().replace(empty, empty.successor(dueAt(NOON)))).isFalse();
            Ledger anew = replace(bare, bare.successor(Slot.FIRST, full.entries(), null));
            assertSame(store().read(APP), anew);
        }
    }

    @Nested
    @DisplayName("that has been written to")
    class Written {
        @TestFactory
        @DisplayName("gives back a slot")
        Stream<DynamicTest> keepsSlots() {
            return SampleLedgers.slots().entrySet().stream()
                    .map(slot -> dynamicTest(slot.getKey(), () -> {
                        Ledger written = write(app(slot.getKey()), slot.getValue());
                        assertSame(store().read(written.app()), written);
                    }));
        }

        @Test
        @DisplayName("gives back each slot after any other")
        void keepsSlotsThatFollowEachOther() {
            List<Slot> slots = List.copyOf(SampleLedgers.slots().values());
            for (Slot before : slots) {
                for (Slot after : slots) {
                    write(APP, before);
                    Ledger written = write(APP, after);
                    assertThat(store().read(APP)).isEqualTo(written);
                }
            }
        }

        @TestFactory
        @DisplayName("gives back an entry")
        Stream<DynamicTest> keepsEntries() {
            return SampleLedgers.entries().values().stream()
                    .map(entry ->
                            dynamicTest(entry.status() + " " + entry.issue().kind(), () -> {
                                Ledger written = writeEntries(Map.of(entry.key(), entry));
                                assertSame(store().read(APP), written);
                            }));
        }

        @TestFactory
        @DisplayName("gives back the last mail")
        Stream<DynamicTest> keepsMails() {
            return SampleLedgers.mails().entrySet().stream()
                    .map(mail -> dynamicTest(mail.getKey(), () -> {
                        Ledger present = store().read(APP);
                        Ledger written = replace(present, present.successor(Slot.FIRST, Map.of(), mail.getValue()));
                        assertSame(store().read(APP), written);
                    }));
        }

        @Test
        @DisplayName("gives back all entries together")
        void keepsAllEntriesTogether() {
            Ledger written = writeEntries(SampleLedgers.entries());
            assertSame(store().read(APP), written);
        }

        @Test
        @DisplayName("gives back as many entries, and as long ones, as there are")
        void keepsTheGreatestLedger() {
            Ledger written = writeEntries(SampleLedgers.asManyAsThereAre());
            assertSame(store().read(APP), written);
        }

        @Test
        @DisplayName("tells keys apart that look alike")
        void tellsKeysApart() {
            Ledger written = writeEntries(
                    SampleLedgers.byKey(SampleLedgers.alikes().stream().map(SampleLedgers::entry)));
            assertSame(store().read(APP), written);
        }

        @TestFactory
        @DisplayName("gives back an instant to the microsecond")
        Stream<DynamicTest> keepsInstants() {
            return Stream.of(
                            "2026-03-02T12:00:00Z",
                            "2026-03-02T12:00:00.000001Z",
                            "2026-03-02T12:00:00.999999Z",
                            "1970-01-01T00:00:00Z",
                            "1969-12-31T23:59:59.999999Z",
                            "1900-01-01T00:00:00.000001Z",
                            "2036-10-25T00:30:00.5Z",
                            "9999-12-31T23:59:59.999999Z")
                    .map(text -> dynamicTest(text, () -> {
                        Ledger written = SampleLedgers.at(app(text), Instant.parse(text));
                        replace(Ledger.empty(written.app()), written);
                        assertSame(store().read(written.app()), written);
                    }));
        }

        @Test
        @DisplayName("gives back the nanoseconds of an instant, or cuts them off")
        void cutsNanoseconds() {
            Instant nanos = Instant.parse("2026-03-02T12:59:59.999999999Z");
            replace(Ledger.empty(APP), SampleLedgers.at(APP, nanos));

            assertThat(store().read(APP).slot().dueAt()).isIn(nanos, nanos.truncatedTo(ChronoUnit.MICROS));
        }
    }
}
