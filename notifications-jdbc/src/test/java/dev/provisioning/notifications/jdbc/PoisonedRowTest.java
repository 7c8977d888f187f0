package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A row that is not what was written")
class PoisonedRowTest {
    private static final AppId OTHER = Samples.app("workday");

    @TempDir
    private Path directory;

    private final String prefix = Postgres.freshPrefix();

    static Stream<String> poisons() {
        return Stream.of(
                "update $ledger set slot = slot + 1 where name = 'salesforce'",
                "update $ledger set turn = turn + 1 where name = 'salesforce'",
                "update $ledger set used_at = null where name = 'salesforce'",
                "update $ledger set revision = revision - 1 where name = 'salesforce'",
                "update $ledger set phase = 'NONSENSE' where name = 'salesforce'",
                "update $ledger set last_mail = null where name = 'salesforce'",
                "update $ledger set checksum = 0 where name = 'salesforce'",
                "update $ledger set name = 'workday' where name = 'salesforce'",
                "update $ledger set entries = replace(entries, 'Problem', 'problem') where name = 'salesforce'",
                "update $ledger set entries = '0' where name = 'salesforce'");
    }

    private NotificationStore open(Backend backend) {
        return backend.builder(directory, prefix).open();
    }

    private NotificationStore written(Backend backend) {
        NotificationStore store = open(backend);
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
    void isAStoreException(String poison) throws SQLException {
        try (NotificationStore store = written(Backend.POSTGRESQL)) {
            Ledger other = poison.contains("'workday'")
                    ? Ledger.empty(OTHER)
                    : Samples.write(store, Samples.gathering(Ledger.empty(OTHER), "a"));

            assertThat(Backend.POSTGRESQL.execute(directory, prefix, poison)).isEqualTo(1);

            assertThatThrownBy(() -> store.read(other.revision() > 0 ? APP : OTHER))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(other.revision() > 0 ? APP.toString() : OTHER.toString())
                    .hasMessageContaining("damaged");
            if (other.revision() > 0) {
                assertThat(store.read(OTHER)).isEqualTo(other);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("poisons")
    @DisplayName("is found when a small file is opened")
    void isFoundInAFile(String poison) throws SQLException {
        written(Backend.FILE).close();

        assertThat(Backend.FILE.execute(directory, prefix, poison)).isEqualTo(1);

        assertThatThrownBy(() -> open(Backend.FILE))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    @DisplayName("is noticed if it has changed places with another")
    void isNoticedAfterASwap() throws SQLException {
        try (NotificationStore store = written(Backend.POSTGRESQL)) {
            Samples.write(store, Samples.gathering(Ledger.empty(OTHER), "a", "b"));

            Backend.POSTGRESQL.execute(
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

    @Test
    @DisplayName("of the history is a StoreException that names its application")
    void ofTheHistory() throws SQLException {
        try (NotificationStore store = written(Backend.POSTGRESQL)) {
            Backend.POSTGRESQL.execute(
                    directory, prefix, "update $mail set mail = replace(mail, 'Problem', 'problem')");

            assertThatThrownBy(() -> store.mails(APP, 10))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(APP.toString());
        }
    }

    @Test
    @DisplayName("whose name cannot be one is a StoreException to those who ask what is due")
    void ofNoApplication() throws SQLException {
        try (NotificationStore store = written(Backend.POSTGRESQL)) {
            Backend.POSTGRESQL.execute(directory, prefix, "update $ledger set name = ' ' where name = 'salesforce'");

            assertThatThrownBy(() -> store.due(Samples.HORIZON, Samples.HORIZON, 10))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("app.name is blank");
        }
    }
}
