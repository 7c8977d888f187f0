package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.provisioning.notifications.spi.Ledger;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is reported and to whom it is mailed is nobody's business who happens to work on the same machine. */
@DisplayName("The files of a store")
class FileAccessTest {
    private static final String OWNER_ONLY = "rw-------";

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void setUp() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX here");
        file = directory.resolve("store.db");
    }

    private void write(JdbcNotificationStore store) {
        Samples.write(store, Samples.gathering(Ledger.empty(Samples.APP), "a"));
    }

    private Map<String, String> permissions() throws IOException {
        Map<String, String> permissions = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path each : files.toList()) {
                permissions.put(
                        each.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
            }
        }
        return permissions;
    }

    @Test
    @DisplayName("may be read and written by their owner alone")
    void areTheirOwnersAlone() throws IOException {
        try (JdbcNotificationStore store = JdbcNotificationStore.file(file)) {
            write(store);

            assertThat(permissions())
                    .containsOnly(
                            Map.entry("store.db", OWNER_ONLY),
                            Map.entry("store.db-wal", OWNER_ONLY),
                            Map.entry("store.db.lock", OWNER_ONLY));
        }
    }

    @Test
    @DisplayName("may be read by whom their owner lets read the file, and the log goes by that")
    void areReadByWhomTheOwnerLets() throws IOException {
        try (JdbcNotificationStore store = JdbcNotificationStore.file(file)) {
            write(store);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        try (JdbcNotificationStore store = JdbcNotificationStore.file(file)) {
            Samples.write(store, Samples.gathering(Ledger.empty(Samples.app("workday")), "b"));

            assertThat(permissions())
                    .containsEntry("store.db", "rw-r-----")
                    .containsEntry("store.db-wal", "rw-r-----")
                    .containsEntry("store.db.lock", OWNER_ONLY);
        }
    }
}
