package dev.provisioning.notifications.benchmarks.store.medium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives out places for stores, all on one disk. The server is started when it is asked for first. */
public final class Media implements AutoCloseable {
    private final Path directory;
    private @Nullable PostgresServer server;

    /** Empties a directory for all that is to come. */
    public Media(Path directory) throws IOException {
        this.directory = directory;
        clear();
        Files.createDirectories(directory);
    }

    /** {@return a place where nothing is yet} */
    public Medium fresh(Engine engine, String name) throws IOException, SQLException {
        return switch (engine) {
            case SQLITE -> new SqliteFile(file(name));
            case POSTGRESQL -> new PostgresDatabase(server(), name);
        };
    }

    /** {@return a file that is not there yet} */
    public Path file(String name) {
        return directory.resolve(name.toLowerCase(Locale.ROOT));
    }

    /** {@return the server} */
    public PostgresServer server() throws IOException {
        if (server == null) {
            server = new PostgresServer(directory);
        }
        return server;
    }

    /** Ends the server, and leaves nothing behind. */
    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        clear();
    }

    private void clear() throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(directory)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
