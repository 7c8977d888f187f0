package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.jdbc.FailingDataSource.Where;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.StoreException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A store in PostgreSQL, of which a statement fails")
class LostAnswerTest {
    private static final String WRITE = "update";
    private static final String READ = "select";

    private final FailingDataSource source = new FailingDataSource(Postgres.pool());
    private final NotificationStore store = JdbcNotificationStore.builder(source.proxy())
            .tablePrefix(Postgres.freshPrefix())
            .open();
    private Ledger before = Ledger.empty(APP);
    private Ledger after = before;
    private int executed;

    @BeforeEach
    void write() {
        before = Samples.write(store, Samples.gathering(before, "a"));
        after = Samples.gathering(before, "b");
        executed = source.executed();
    }

    static Stream<Arguments> meanings() {
        return Stream.of(
                Arguments.of("57014", "it took too long"),
                Arguments.of("57P01", "the database ends connections"),
                Arguments.of("08006", "the database cannot be reached"),
                Arguments.of("53100", "the disk of the database is full"),
                Arguments.of("53300", "the database has no room for it"),
                Arguments.of("25006", "takes no changes; is it a standby?"),
                Arguments.of("42P01", "the tables are not there"),
                Arguments.of("42501", "the user of the database lacks a right"),
                Arguments.of("40003", "the database fails"),
                Arguments.of("XX000", "the database fails"));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    @DisplayName("tells what it means, sends the change once, and has not made it, if it did not arrive")
    void hasNotMadeAChangeThatDidNotArrive(String state, String meaning) {
        source.fail(Where.BEFORE, WRITE, state);

        assertChangeFails(meaning);
        assertThat(store.read(APP)).isEqualTo(before);
        assertThat(store.replace(before, after)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("meanings")
    @DisplayName("tells what it means, sends the change once, and has made it, if the answer was lost")
    void hasMadeAChangeWhoseAnswerWasLost(String state, String meaning) {
        source.fail(Where.AFTER, WRITE, state);

        assertChangeFails(meaning);
        assertThat(store.read(APP)).isEqualTo(after);
        assertThat(store.replace(before, after)).as("a second time").isFalse();
    }

    private void assertChangeFails(String meaning) {
        assertThatThrownBy(() -> store.replace(before, after))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(APP.toString())
                .hasMessageContaining(meaning);
        assertThat(source.executed() - executed).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"40001, 1", "40P01, 1", "40001, 3", "40P01, 3"})
    @DisplayName("sends a change again, and makes it once, if it was certainly rolled back")
    void sendsARolledBackChangeAgain(String state, int times) {
        for (int i = 0; i < times; i++) {
            source.fail(Where.BEFORE, WRITE, state);
        }

        assertThat(store.replace(before, after)).isTrue();
        assertThat(source.executed() - executed).isEqualTo(times + 1);
        assertThat(store.read(APP)).isEqualTo(after);
    }

    @Test
    @DisplayName("gives up a change that is rolled back again and again")
    void givesUp() {
        for (int i = 0; i < 4; i++) {
            source.fail(Where.BEFORE, WRITE, "40001");
        }

        assertThatThrownBy(() -> store.replace(before, after))
                .hasMessageContaining("another transaction was in the way");
        assertThat(store.read(APP)).isEqualTo(before);
    }

    @Test
    @DisplayName("never makes a change twice, not even if a database says wrongly that it was rolled back")
    void neverMakesAChangeTwice() {
        source.fail(Where.AFTER, WRITE, "40001");

        assertThat(store.replace(before, after))
                .as("somebody was faster: itself")
                .isFalse();
        assertThat(store.read(APP)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"40001, 1", "40P01, 2", "57P01, 2", "08006, 3"})
    @DisplayName("asks again over another connection, since a question changes nothing")
    void asksAgain(String state, int times) {
        for (int i = 0; i < times; i++) {
            source.fail(i == 0 ? Where.AFTER : Where.BEFORE, READ, state);
        }

        assertThat(store.read(APP)).isEqualTo(before);
        assertThat(source.executed() - executed).isEqualTo(times + 1);
    }

    @ParameterizedTest
    @CsvSource({"57014, 1", "53100, 1", "42P01, 1", "08006, 4"})
    @DisplayName("does not ask again what another connection answers no better, nor more often than four times")
    void doesNotAskForEver(String state, int times) {
        for (int i = 0; i < times; i++) {
            source.fail(Where.BEFORE, READ, state);
        }

        assertThatThrownBy(() -> store.read(APP)).isInstanceOf(StoreException.class);
        assertThat(source.executed() - executed).isEqualTo(times);
    }

    @Test
    @DisplayName("does nothing, and does not wait for another, if there is no connection")
    void needsAConnection() {
        source.fail(Where.CONNECTING, "", "08001");
        assertThatThrownBy(() -> store.replace(before, after)).hasMessageContaining("the database cannot be reached");
        source.fail(Where.CONNECTING, "", "08001");
        assertThatThrownBy(() -> store.read(APP)).hasMessageContaining("the database cannot be reached");

        assertThat(store.read(APP)).isEqualTo(before);
        assertThat(source.executed() - executed).isEqualTo(1);
    }
}
