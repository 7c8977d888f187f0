package dev.provisioning.notifications.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.NotificationStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

@DisplayName("The contract of stores")
class NotificationStoreContractTest {
    @Nested
    @DisplayName("A right")
    class Right extends NotificationStoreContract {
        private final PlainStore store = new PlainStore();

        @Override
        protected NotificationStore store() {
            return store;
        }

        @Override
        protected Optional<NotificationStore> secondStore() {
            return Optional.of(new PlainStore(store.ledgers));
        }

        @Override
        protected Optional<NotificationStore> reopen() {
            return Optional.of(new PlainStore(store.ledgers));
        }

        @Override
        protected Optional<Consumer<Issue>> host() {
            return Optional.of(store::post);
        }
    }

    /** A store of which a test says what it is; run by the launcher alone, as surefire leaves nested classes out. */
    static class Told extends NotificationStoreContract {
        private static final ThreadLocal<Supplier<NotificationStore>> TOLD = new ThreadLocal<>();

        private final NotificationStore store = TOLD.get().get();

        @Override
        protected NotificationStore store() {
            return store;
        }

        @Override
        protected Optional<Consumer<Issue>> host() {
            return store instanceof PlainStore plain ? Optional.of(plain::post) : Optional.empty();
        }
    }

    /** The same, with a second node and a next process that are what the test says, too. */
    static final class ToldOfMany extends Told {
        @Override
        protected Optional<NotificationStore> secondStore() {
            return Optional.of(Told.TOLD.get().get());
        }

        @Override
        protected Optional<NotificationStore> reopen() {
            return Optional.of(Told.TOLD.get().get());
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsAStoreThat(BrokenStore broken) {
        assertIsFound(broken, broken.failing());
    }

    @ParameterizedTest
    @EnumSource
    void findsAStoreThat(BrokenBesideLedgers broken) {
        assertIsFound(broken, broken.failing());
    }

    private static void assertIsFound(Supplier<NotificationStore> broken, List<String> failing) {
        TestExecutionSummary summary = run(Told.class, broken);

        assertThat(failed(summary)).containsAll(failing);
        assertThat(summary.getTestsSucceededCount())
                .as("what has nothing to do with the fault")
                .isPositive();
    }

    @Test
    void findsAStoreThatKeepsItsDataToItself() {
        assertThat(failed(run(ToldOfMany.class, PlainStore::new)))
                .containsExactlyInAnyOrder(
                        "shows each node at once what another has done",
                        "lets exactly one of them replace a revision",
                        "loses nothing that they count",
                        "still has everything in the next process");
    }

    @Test
    void skipsVisiblyWhatAStoreCannotShow() {
        TestExecutionSummary summary = run(Told.class, PlainStore::new);

        assertThat(failed(summary)).isEmpty();
        assertThat(summary.getTestsAbortedCount()).isEqualTo(5);
    }

    private static TestExecutionSummary run(Class<?> contract, Supplier<NotificationStore> store) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(contract))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Told.TOLD.set(store);
        try {
            LauncherFactory.create().execute(request, listener);
        } finally {
            Told.TOLD.remove();
        }
        return Objects.requireNonNull(listener.getSummary());
    }

    private static List<String> failed(TestExecutionSummary summary) {
        return summary.getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName())
                .toList();
    }
}
