package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A setting of a store")
class SettingsTest {
    @TempDir
    private Path directory;

    private JdbcNotificationStoreBuilder builder() {
        return JdbcNotificationStore.builder(directory.resolve("store.db"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A_", "1_", "a-b", "a b", "a\"; drop table x; --", "ä", "a'", "a.b", "_a"})
    @DisplayName("that is no identifier is refused, with the setting and the value named")
    void mustBeAnIdentifier(String bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().tablePrefix(bad).open())
                .withMessageContaining("store.tablePrefix")
                .withMessageContaining("\"" + bad + "\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().schema(bad).ddl())
                .withMessageContaining("store.schema")
                .withMessageContaining("\"" + bad + "\"");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    @DisplayName("is shown in a message without its control characters, and not at any length")
    void isShownSafely() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> builder().tablePrefix("a\r\n" + "b".repeat(1_000)).open())
                .withMessageContaining("\"a??bbb")
                .withMessageNotContaining("\n")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @CsvSource({
        "store.operationTimeout, PT0.009S",
        "store.operationTimeout, PT10M0.001S",
        "store.pollInterval, PT0S",
        "store.pollInterval, PT24H0.001S",
        "store.keepMails, PT-0.001S",
        "store.keepMails, P36501D"
    })
    @DisplayName("that is too short or too long is refused, with the setting and the value named")
    void mustBeWithinBounds(String setting, Duration bad) {
        JdbcNotificationStoreBuilder builder = builder();
        switch (setting) {
            case "store.operationTimeout" -> builder.operationTimeout(bad);
            case "store.pollInterval" -> builder.pollInterval(bad);
            default -> builder.keepMails(bad);
        }

        assertThatIllegalArgumentException()
                .isThrownBy(builder::open)
                .withMessageContaining(setting)
                .withMessageContaining(bad.toString());
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    @DisplayName("of a schema is refused for a file, which has none")
    void isNoSchemaOfAFile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().schema("engine").open())
                .withMessage("store.schema is \"engine\", and a file has no schemas");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    @DisplayName("may be at its bounds")
    void mayBeAtItsBounds() {
        builder()
                .tablePrefix("a".repeat(40))
                .operationTimeout(Duration.ofMillis(10))
                .pollInterval(Duration.ofDays(1))
                .keepMails(Duration.ofDays(36_500))
                .open()
                .close();
        builder()
                .tablePrefix("a".repeat(40))
                .operationTimeout(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(10))
                .keepMails(Duration.ZERO)
                .open()
                .close();
    }
}
