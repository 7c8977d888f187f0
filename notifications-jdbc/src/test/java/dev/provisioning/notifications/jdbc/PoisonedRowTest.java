package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A row that is not what was written")
class PoisonedRowTest {
    private static final AppId OTHER = Samples.app("workday");

    @TempDir
    private Path directory;

    private final String prefix = Postgres.freshPrefix();

    static Stream<Arguments> poisons() {
        List<String> poisons = List.of(
                "update $ledger set slot = slot + 1 where name = 'salesforce'",
                "update $ledger set due_at = due_at + 1 where name = 'salesforce'",
                "update $ledger set used_at = null where name = 'salesforce'",
                "update $ledger set revision = revision - 1 where name = 'salesforce'",
                "update $ledger set phase = 'NONSENSE' where name = 'salesforce'",
                "update $ledger set last_mail = null where name = 'salesforce'",
                "update $ledger set checksum = 0 where name = 'salesforce'",
                "update $ledger set name = 'workday' where name = 'salesforce'",
                "delete from $ledger where name = 'salesforce'",
                "update $entry set issue = replace(issue, 'Problem', 'problem') where key = 'a' and name = 'salesforce'",
                "update $entry set count = count + 1 where key = 'a' and name = 'salesforce'",
                "update $entry set checksum = checksum + 1 where key = 'a' and name = 'salesforce'",
                "update $entry set name = 'concur' where key = 'a' and name = 'salesforce'",
                "update $entry set key = 'c' where key = 'a' and name = 'salesforce'",
                "delete from $entry where key = 'a' and name = 'salesforce'");
        return Stream.of(Backend.values())
                .flatMap(backend -> poisons.stream().map(poison -> arguments(backend, poison)));
    }

    private NotificationStore open(Backend backend) {
        NotificationStore store = backend.builder(directory, prefix).open();
        Samples.write(store, Samples.mailed(Ledger.empty(APP), Samples.NOON));
        Ledger before = store.read(APP);
        Samples.write(
                store,
                before.successor(
                        before.slot().waiting(Phase.GATHERING, Samples.HORIZON),
                        Samples.gathering(before, "a", "b").entries(),
                        before.lastMail()));
        return store;
    }

    @ParameterizedTest
    @MethodSource("poisons")
    @DisplayName("is a StoreException that names its application, and no other application's concern")
    void isAStoreException(Backend backend, String poison) throws SQLException {
        try (NotificationStore store = open(backend)) {
            Ledger other = poison.contains("'workday'")
                    ? Ledger.empty(OTHER)
                    : Samples.write(store, Samples.gathering(Ledger.empty(OTHER), "a"));

            assertThat(backend.execute(directory, prefix, poison)).isEqualTo(1);

            assertThatThrownBy(() -> store.read(APP))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(APP.toString())
                    .hasMessageContaining("damaged");
            if (other.revision() > 0) {
                assertThat(store.read(OTHER)).isEqualTo(other);
            } else {
                assertThatThrownBy(() -> store.read(OTHER)).isInstanceOf(StoreException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is noticed if it has changed places with another")
    void isNoticedAfterASwap(Backend backend) throws SQLException {
        try (NotificationStore store = open(backend)) {
            Samples.write(store, Samples.gathering(Ledger.empty(OTHER), "a", "b"));

            backend.execute(
                    directory,
                    prefix,
                    "update $ledger set name = 'x' where name = 'salesforce'",
                    "update $ledger set name = 'salesforce' where name = 'workday'",
                    "update $ledger set name = 'workday' where name = 'x'");

            for (AppId app : List.of(APP, OTHER)) {
                assertThatThrownBy(() -> store.read(app)).hasMessageContaining(app.toString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("of the history is a StoreException that names its application")
    void ofTheHistory(Backend backend) throws SQLException {
        try (NotificationStore store = open(backend)) {
            backend.execute(directory, prefix, "update $mail set mail = replace(mail, 'Problem', 'problem')");

            assertThatThrownBy(() -> store.mails(APP, 10))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(APP.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("whose name cannot be one is a StoreException to those who ask what is due")
    void ofNoApplication(Backend backend) throws SQLException {
        try (NotificationStore store = open(backend)) {
            backend.execute(directory, prefix, "update $ledger set name = ' ' where name = 'salesforce'");

            assertThatThrownBy(() -> store.due(Samples.HORIZON, Samples.HORIZON, 10))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("app.name is blank");
        }
    }
}
