package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Outbox;
import dev.provisioning.notifications.spi.SentMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The store that the rule tests of core find by the service loader when this module runs them: an empty one for each
 * test, in the database that the system property {@code rules.database} names. Those tests run one after another, so a new
 * one ends that of the test before.
 */
public final class RulesStore implements NotificationStore {
    private static final AtomicReference<@Nullable RulesStore> LATEST = new AtomicReference<>();

    private final NotificationStore store;
    private final @Nullable Path directory;

    /** Opens an empty store. */
    public RulesStore() {
        close(LATEST.getAndSet(null));
        String database = System.getProperty("rules.database", "none");
        switch (database) {
            case "sqlite" -> {
                directory = freshDirectory();
                store = JdbcNotificationStore.file(directory.resolve("store.db"));
            }
            case "postgresql" -> {
                directory = null;
                store = JdbcNotificationStore.builder(Postgres.pool())
                        .tablePrefix(Postgres.freshPrefix())
                        .open();
            }
            default -> throw new IllegalStateException("rules.database is " + database);
        }
        LATEST.set(this);
    }

    @Override
    public Ledger read(AppId app) {
        return store.read(app);
    }

    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        return store.replace(expected, successor);
    }

    @Override
    public List<AppId> due(Instant now, Instant horizon, int limit) {
        return store.due(now, horizon, limit);
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return store.nextDue(now);
    }

    @Override
    public List<SentMail> mails(AppId app, int limit) {
        return store.mails(app, limit);
    }

    @Override
    public void erase(AppId app) {
        store.erase(app);
    }

    @Override
    public Optional<Outbox> outbox() {
        return store.outbox();
    }

    @Override
    public void close() {
        store.close();
        if (directory != null) {
            delete(directory);
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
