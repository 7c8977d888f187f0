package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A store that is to be opened")
class OddFilesTest {
    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("store.db");
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> JdbcNotificationStore.file(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(why);
    }

    private Ledger writeAndClose() {
        try (JdbcNotificationStore store = JdbcNotificationStore.file(file())) {
            return Samples.write(store, Samples.gathering(Ledger.empty(Samples.APP), "a"));
        }
    }

    private void execute(String... commands) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    @Test
    @DisplayName("refuses an empty file, which has lost what was in it, and leaves it empty")
    void refusesAnEmptyFile() throws IOException {
        Files.createFile(file());

        assertRefused(file(), "is empty");
        assertThat(file()).isEmptyFile();
    }

    @Test
    @DisplayName("refuses a file of another program, and leaves it as it was")
    void refusesAFileOfAnotherProgram() throws IOException {
        Files.writeString(file(), "This is somebody's diary. ".repeat(400));

        assertRefused(file(), "the file is damaged, or no store");
        assertThat(file()).hasContent("This is somebody's diary. ".repeat(400));
    }

    @Test
    @DisplayName("refuses the database of another program")
    void refusesAnotherDatabase() throws SQLException {
        execute("create table diary (day text)");

        assertRefused(file(), "no store of notifications");
    }

    @Test
    @DisplayName("leaves the log of another program alone, which is at work on it")
    void leavesTheLogOfAnotherProgramAlone() throws SQLException, IOException {
        Path log = directory.resolve("store.db-wal");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("create table diary (day text)");
            Files.setLastModifiedTime(log, FileTime.fromMillis(0));

            assertThatThrownBy(() -> JdbcNotificationStore.builder(file())
                            .operationTimeout(Duration.ofMillis(10))
                            .open())
                    .isInstanceOf(StoreException.class);

            assertThat(Files.getLastModifiedTime(log)).isEqualTo(FileTime.fromMillis(0));
            assertThat(log).isNotEmptyFile();
        }
    }

    @Test
    @DisplayName("refuses a store without its tables, and makes none")
    void refusesAStoreWithoutTables() throws SQLException {
        writeAndClose();
        execute("drop table notification_ledger", "drop table notification_mail", "drop table notification_version");

        assertRefused(file(), "is damaged: its tables are gone");
        assertRefused(file(), "is damaged: its tables are gone");
    }

    @Test
    @DisplayName("refuses a store whose tables have another prefix")
    void refusesAnotherPrefix() {
        writeAndClose();

        assertThatThrownBy(() -> JdbcNotificationStore.builder(file())
                        .tablePrefix("other_")
                        .open())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("begin with another prefix");
    }

    @Test
    @DisplayName("refuses a directory")
    void refusesADirectory() throws IOException {
        assertRefused(Files.createDirectory(file()), "cannot be opened");
    }

    @Test
    @DisplayName("refuses a place in a directory that is not there")
    void refusesAMissingDirectory() {
        assertRefused(directory.resolve("missing").resolve("store.db"), "is not there; make it first");
    }

    @Test
    @DisplayName("refuses a file that cannot be written")
    void refusesAReadOnlyFile() {
        writeAndClose();
        assertThat(file().toFile().setReadOnly()).isTrue();
        assumeFalse(Files.isWritable(file()), "this user may write to everything");

        assertRefused(file(), "cannot be written");
    }

    @Test
    @DisplayName("refuses to make a file beside what was written to a missing one, and goes on when it is back")
    void refusesToReplaceAMissingFile() throws IOException {
        Path away = directory.resolve("away.db");
        Path log = directory.resolve("store.db-wal");
        Ledger written;
        byte[] logged;
        try (JdbcNotificationStore store = JdbcNotificationStore.file(file())) {
            written = Samples.write(store, Samples.gathering(Ledger.empty(Samples.APP), "a"));
            Files.copy(file(), away);
            logged = Files.readAllBytes(log);
        }
        Files.delete(file());
        Files.write(log, logged);

        assertRefused(file(), "is gone");
        assertThat(file()).doesNotExist();
        Files.move(away, file());
        try (JdbcNotificationStore store = JdbcNotificationStore.file(file())) {
            assertThat(store.read(Samples.APP)).isEqualTo(written);
        }
    }

    @Test
    @DisplayName("makes a file anew whose making was interrupted, and takes over nothing of it")
    void makesAnInterruptedFileAnew() throws IOException {
        Path interrupted = directory.resolve("interrupted");
        try (JdbcNotificationStore store = JdbcNotificationStore.file(interrupted)) {
            Samples.write(store, Samples.gathering(Ledger.empty(Samples.APP), "a"));
            Files.copy(interrupted, directory.resolve("store.db.new"));
            Files.copy(directory.resolve("interrupted-wal"), directory.resolve("store.db.new-wal"));
        }

        try (JdbcNotificationStore store = JdbcNotificationStore.file(file())) {
            assertThat(store.read(Samples.APP)).isEqualTo(Ledger.empty(Samples.APP));
        }
        assertThat(directory).isDirectoryNotContaining(path -> path.toString().contains(".new"));
    }

    @Test
    @DisplayName("refuses a file made by a newer library, and names both versions")
    void refusesANewerFile() throws SQLException {
        writeAndClose();
        execute("update notification_version set version = 7");

        assertRefused(file(), "version 7, which is newer than what this library knows, 1");
    }

    @Test
    @DisplayName("makes no file if it may not create tables")
    void makesNoFileIfItMayNot() {
        assertThatThrownBy(() -> JdbcNotificationStore.builder(file())
                        .createTables(false)
                        .open())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("may not create");
        assertThat(file()).doesNotExist();
    }
}
