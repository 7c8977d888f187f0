package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.testkit.ForwardingStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The store that the rule tests of core find by the service loader when this module runs them: an empty one for each
 * test, in the database that the system property {@code rules.database} names. Those tests run one after another, so a new
 * one ends that of the test before.
 */
public final class RulesStore extends ForwardingStore {
    private static final AtomicReference<@Nullable RulesStore> LATEST = new AtomicReference<>();

    private final Place place;

    /** Where a store is, and what has to be deleted after it. */
    private record Place(NotificationStore store, @Nullable Path directory) {
        static Place fresh() {
            close(LATEST.getAndSet(null));
            String database = System.getProperty("rules.database", "none");
            return switch (database) {
                case "sqlite" -> {
                    Path directory = freshDirectory();
                    yield new Place(JdbcNotificationStore.file(directory.resolve("store.db")), directory);
                }
                case "postgresql" ->
                    new Place(
                            JdbcNotificationStore.builder(Postgres.pool())
                                    .tablePrefix(Postgres.freshPrefix())
                                    .open(),
                            null);
                default -> throw new IllegalStateException("rules.database is " + database);
            };
        }
    }

    /** Opens an empty store. */
    public RulesStore() {
        this(Place.fresh());
    }

    private RulesStore(Place place) {
        super(place.store);
        this.place = place;
        LATEST.set(this);
    }

    @Override
    public void close() {
        super.close();
        if (place.directory != null) {
            delete(place.directory);
        }
    }

    private static void close(@Nullable RulesStore before) {
        if (before != null) {
            before.close();
        }
    }

    private static Path freshDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "rules")), "store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
