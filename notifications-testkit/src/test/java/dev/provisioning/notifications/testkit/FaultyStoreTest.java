package dev.provisioning.notifications.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.Slot;
import dev.provisioning.notifications.spi.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A faulty store, as long as nothing is faulty,")
class FaultyStoreTest extends NotificationStoreContract {
    private static final Ledger EMPTY = Ledger.empty(SampleLedgers.APP);
    private static final Ledger FIRST = EMPTY.successor(SampleLedgers.dueAt(SampleLedgers.NOON));

    private final PlainStore plain = new PlainStore();
    private final FaultyStore store = new FaultyStore(plain);

    @Override
    protected NotificationStore store() {
        return store;
    }

    @Override
    protected Optional<NotificationStore> secondStore() {
        return Optional.of(new FaultyStore(new PlainStore(plain.ledgers)));
    }

    @Override
    protected Optional<NotificationStore> reopen() {
        return secondStore();
    }

    private static boolean gathers(Ledger ledger) {
        return ledger.slot().phase() == Phase.GATHERING;
    }

    private Ledger kept() {
        return plain.read(SampleLedgers.APP);
    }

    @Test
    void aChangeCanTakeEffectThoughItsAnswerIsLost() {
        store.failNext(FaultyStoreTest::gathers, FaultyStore.Outcome.TAKES_EFFECT);

        assertThatThrownBy(() -> store.replace(EMPTY, FIRST)).isInstanceOf(StoreException.class);
        assertThat(kept()).isEqualTo(FIRST);
    }

    @Test
    void somethingCanHappenRightAfterALook() {
        store.afterNextRead(() -> plain.replace(EMPTY, FIRST));

        assertThat(store.read(SampleLedgers.APP)).isEqualTo(EMPTY);
        assertThat(store.read(SampleLedgers.APP)).isEqualTo(FIRST);
    }

    @Test
    void aChangeCanFailWithoutEffect() {
        store.failNext(FaultyStoreTest::gathers, FaultyStore.Outcome.HAS_NO_EFFECT);

        assertThatThrownBy(() -> store.replace(EMPTY, FIRST)).isInstanceOf(StoreException.class);
        assertThat(kept()).isEqualTo(EMPTY);
    }

    @Test
    void aFaultIsUsedUpByTheFirstChangeThatItFits() {
        store.failNext(FaultyStoreTest::gathers, FaultyStore.Outcome.HAS_NO_EFFECT);

        assertThat(store.replace(EMPTY, EMPTY.successor(Slot.FIRST)))
                .as("fits not")
                .isTrue();
        Ledger next = kept().successor(SampleLedgers.dueAt(SampleLedgers.NOON));
        assertThatThrownBy(() -> store.replace(kept(), next)).isInstanceOf(StoreException.class);
        assertThat(store.replace(kept(), next)).as("used up").isTrue();
    }

    @Test
    void twoFaultsAreUsedUpOneAfterTheOther() {
        store.failNext(FaultyStoreTest::gathers, FaultyStore.Outcome.HAS_NO_EFFECT);
        store.failNext(FaultyStoreTest::gathers, FaultyStore.Outcome.HAS_NO_EFFECT);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> store.replace(EMPTY, FIRST)).isInstanceOf(StoreException.class);
        }
        assertThat(store.replace(EMPTY, FIRST)).isTrue();
    }

    @Test
    void somethingCanBeDoneRightBeforeAChangeAndRightAfterIt() {
        List<Ledger> seen = new ArrayList<>();
        store.beforeNext(FaultyStoreTest::gathers, () -> seen.add(kept()));
        assertThat(store.replace(EMPTY, FIRST)).isTrue();

        store.afterNext(FaultyStoreTest::gathers, () -> seen.add(kept()));
        Ledger second = FIRST.successor(FIRST.slot());
        assertThat(store.replace(FIRST, second)).isTrue();

        assertThat(seen).containsExactly(EMPTY, second);
    }

    @Test
    void somebodyFasterCanComeBetween() {
        store.beforeNext(
                FaultyStoreTest::gathers,
                () -> assertThat(store.replace(EMPTY, FIRST)).isTrue());

        assertThat(store.replace(EMPTY, FIRST)).isFalse();
    }

    @Test
    void aStoreThatIsLostFailsAtEverythingUntilItIsRestored() {
        store.lose();

        assertThatThrownBy(() -> store.read(SampleLedgers.APP)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.replace(EMPTY, FIRST)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.due(Instant.MIN, Instant.MAX, 1)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.nextDue(Instant.MIN)).isInstanceOf(StoreException.class);
        assertThat(kept()).isEqualTo(EMPTY);
        assertThat(store.operations()).isEqualTo(4);

        store.restore();
        assertThat(store.replace(EMPTY, FIRST)).isTrue();
        assertThat(store.operations()).isEqualTo(5);
    }

    @Test
    void aStoreThatIsRestoredHasForgottenItsFaults() {
        store.failNext(FaultyStoreTest::gathers, FaultyStore.Outcome.TAKES_EFFECT);

        store.restore();

        assertThat(store.replace(EMPTY, FIRST)).isTrue();
    }
}
