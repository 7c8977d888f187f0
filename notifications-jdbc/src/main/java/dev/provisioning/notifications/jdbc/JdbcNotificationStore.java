package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Outbox;
import dev.provisioning.notifications.spi.PostedIssue;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A store that survives: the end of its process at any instruction, the loss of power, and, in a database, that of a node.
 *
 * <p>For one process, {@link #file(Path)} keeps everything in an SQLite file, which needs the library
 * {@code org.xerial:sqlite-jdbc}. For many nodes, {@link #shared(DataSource)} keeps everything in PostgreSQL, 12 or newer.
 * Both write to disk before they answer.
 *
 * <p>Thread-safe. Belongs to the host, which closes it after the notifier.
 *
 * <pre>{@code
 * NotificationStore store = JdbcNotificationStore.file(Path.of("notifications.db"));
 * Notifier notifier = Notifier.builder().store(store)…
 * }</pre>
 */
public final class JdbcNotificationStore implements NotificationStore {
    /** So many mails of the history are forgotten at most with one that is added. */
    static final int FORGET_AT_ONCE = 20;

    private final Database database;
    private final Queries queries;
    private final Duration keepMails;

    JdbcNotificationStore(Database database, Queries queries, Duration keepMails) {
        this.database = database;
        this.queries = queries;
        this.keepMails = keepMails;
    }

    /**
     * Opens a store in an SQLite file, and makes it if it is not there. The file belongs to this process alone until it is
     * closed; slots that a process before it was at work on are due at once, so that they are ended or tried again.
     *
     * @param file the file, in a directory that exists, on a local disk; beside it there will be others whose names begin
     *     as its own
     * @return the store
     * @throws StoreException if another process uses the file, if it is damaged, empty, newer or something else, or if
     *     {@code org.xerial:sqlite-jdbc} is not there
     */
    public static JdbcNotificationStore file(Path file) {
        return builder(file).open();
    }

    /**
     * Opens a store in a PostgreSQL database that many nodes share, and makes its tables if they are not there.
     *
     * @param database where to get connections, best from a pool; its time-out for getting one should be a few seconds
     * @return the store
     * @throws StoreException if the database cannot be reached, is another one than PostgreSQL, or its tables are newer
     */
    public static JdbcNotificationStore shared(DataSource database) {
        return builder(database).open();
    }

    /**
     * Begins to set up a store in an SQLite file.
     *
     * @param file the file
     * @return a builder that holds every default
     */
    public static JdbcNotificationStoreBuilder builder(Path file) {
        return new JdbcNotificationStoreBuilder(present("store.file", file), null);
    }

    /**
     * Begins to set up a store in a PostgreSQL database.
     *
     * @param database where to get connections
     * @return a builder that holds every default
     */
    public static JdbcNotificationStoreBuilder builder(DataSource database) {
        return new JdbcNotificationStoreBuilder(null, present("store.database", database));
    }

    private static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    @Override
    public Ledger read(AppId app) {
        return read("the ledger of " + app, session -> queries.ledger(session, app, database::asked));
    }

    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        return database.make(Change.between(expected, successor, keepMails, List.of()));
    }

    @Override
    public List<AppId> due(Instant now, Instant horizon, int limit) {
        return read("what is due", session -> queries.due(session, now, horizon, limit));
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return read("when something is due", session -> queries.nextDue(session, now));
    }

    @Override
    public Optional<Duration> pollInterval() {
        return database.pollInterval();
    }

    @Override
    public Clock clock(Clock own) {
        return database.clock(own);
    }

    @Override
    public List<SentMail> mails(AppId app, int limit) {
        return read("the mails of " + app, session -> queries.mails(session, app, limit));
    }

    @Override
    public void erase(AppId app) {
        database.write("erase the mails of " + app, session -> queries.eraseMails(session, app));
        if (database.hasOutbox()) {
            database.write("erase what waits of " + app, session -> queries.eraseOutbox(session, app));
        }
        database.scrub();
    }

    @Override
    public Optional<Outbox> outbox() {
        return database.hasOutbox() ? Optional.of(new StoreOutbox()) : Optional.empty();
    }

    /**
     * Gives a sink that reports within a transaction of the host: what it takes is held if the host commits, and was never
     * there if it rolls back. The notifiers of the store look for it every {@linkplain
     * JdbcNotificationStoreBuilder#pollInterval poll interval}.
     *
     * @param connection a connection of the host to the database of this store, with a transaction under way
     * @return a sink for that transaction, to be used by one thread
     * @throws UnsupportedOperationException if the store is in a file, where no host has transactions
     */
    public TransactionalSink transactional(Connection connection) {
        if (!database.hasOutbox()) {
            throw new UnsupportedOperationException(
                    "a store in a file has no transactions of hosts; share a PostgreSQL database instead");
        }
        return new TransactionalSink(Objects.requireNonNull(connection, "connection"), queries);
    }

    /**
     * Tells, for metrics, how often this store has asked its database to commit what it wrote: a commit may hold the changes
     * of several callers, and each costs a wait for the disk.
     *
     * @return the number since it was opened
     */
    public long commits() {
        return database.commits();
    }

    @Override
    public void close() {
        database.close();
    }

    /** Slots that a process before this one was at work on: nobody is any more, so they are due at once. */
    void takeOverLeftovers() {
        for (AppId app : read("what was left behind", queries::atWork)) {
            Ledger left = read(app);
            replace(left, left.successor(left.slot().due(Instant.EPOCH)));
        }
    }

    /**
     * Reads all that is there once, as it is read later on. What a damaged file does not find under its name would be taken
     * for an application that nothing was ever reported of, and mailed again.
     */
    void lookThrough() {
        for (AppId app : read("of which applications there are ledgers", queries::apps)) {
            if (read(app).revision() == 0) {
                throw new StoreException(
                        "the ledger of " + app + " is there, and not found: " + database + " is damaged", null);
            }
            mails(app, Integer.MAX_VALUE);
        }
    }

    private <T> T read(String what, Session.Work<T> work) {
        try {
            return database.read("read " + what, work);
        } catch (DamagedException | IllegalArgumentException e) {
            throw new StoreException("cannot read " + what + ", " + database + " is damaged: " + e.getMessage(), e);
        }
    }

    /** The outbox, beside the ledgers. */
    private final class StoreOutbox implements Outbox {
        @Override
        public List<PostedIssue> waiting(int limit) {
            return read("what waits", session -> queries.waiting(session, limit));
        }

        @Override
        public boolean take(Ledger expected, Ledger successor, List<PostedIssue> taken) {
            return database.make(Change.between(expected, successor, keepMails, taken));
        }

        @Override
        public void discard(List<PostedIssue> unwanted) {
            database.write("discard what waits", session -> queries.discard(session, unwanted));
        }
    }
}
