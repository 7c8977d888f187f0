package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A store that is named by a link")
class LinkedFileTest {
    @TempDir
    private Path directory;

    private Path file;
    private Path link;

    @BeforeEach
    void setUp() throws IOException {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        file = disk.resolve("store.db");
        link = directory.resolve("link.db");
        Files.createSymbolicLink(link, file);
    }

    private static void write(JdbcNotificationStore store, String app) {
        Samples.write(store, Samples.gathering(Ledger.empty(Samples.app(app)), "a"));
    }

    @Test
    @DisplayName("is the store that the link leads to, and is in use if that is")
    void isWhereTheLinkLeads() {
        try (JdbcNotificationStore store = JdbcNotificationStore.file(file)) {
            write(store, "salesforce");

            assertThatThrownBy(() -> JdbcNotificationStore.file(link))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(
                            "in use, by process " + ProcessHandle.current().pid());
        }
        try (JdbcNotificationStore store = JdbcNotificationStore.file(link)) {
            assertThat(store.read(Samples.app("salesforce")).held()).hasSize(1);
        }
    }

    @Test
    @DisplayName("loses no commit of a damaged log, which is beside the file and not beside the link")
    void refusesToLoseCommits() throws IOException {
        byte[] wholeFile;
        byte[] log;
        Path logged = file.resolveSibling("store.db-wal");
        try (JdbcNotificationStore store = JdbcNotificationStore.file(file)) {
            write(store, "salesforce");
            write(store, "workday");
            write(store, "slack");
            wholeFile = Files.readAllBytes(file);
            log = Files.readAllBytes(logged);
        }
        log[132] ^= 1;
        Files.write(file, wholeFile);
        Files.write(logged, log);

        assertThatThrownBy(() -> JdbcNotificationStore.file(link))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("transactions cannot be read");
    }

    @Test
    @DisplayName("does not begin afresh where the link leads nowhere")
    void doesNotBeginAfresh() {
        assertThatThrownBy(() -> JdbcNotificationStore.file(link))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(link.toString())
                .hasMessageContaining("leads nowhere");
        assertThat(file).doesNotExist();
    }

    @Test
    @DisplayName("does not write through a link that stands where its lock should be")
    void doesNotWriteThroughItsLock() throws IOException {
        Path diary = Files.writeString(directory.resolve("diary"), "Dear diary");
        Files.createSymbolicLink(file.resolveSibling("store.db.lock"), diary);

        assertThatThrownBy(() -> JdbcNotificationStore.file(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot lock");
        assertThat(diary).hasContent("Dear diary");
    }
}
