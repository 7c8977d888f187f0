package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.spi.StoreException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A PostgreSQL database that many nodes share. Every operation is one statement that commits itself: so no pause of this
 * process, however long, can hold a lock that others wait for, and each costs one way to the database and back.
 */
final class SharedDatabase implements Database {
    /** So often at most a statement is sent that the database has certainly not carried out. */
    private static final int MOST_ATTEMPTS = 4;

    private final SharedConnections connections;
    private final SharedWriter writer;
    private final DatabaseClock clock;
    private final Duration pollInterval;
    private volatile boolean closed;

    private SharedDatabase(
            SharedConnections connections, SharedWriter writer, DatabaseClock clock, Duration pollInterval) {
        this.connections = connections;
        this.writer = writer;
        this.clock = clock;
        this.pollInterval = pollInterval;
    }

    /** Looks whether the database is one that this store can use, and brings its tables up to date. */
    static SharedDatabase open(
            SharedConnections connections, Schema schema, SharedWriter writer, Duration pollInterval) {
        try {
            long micros = connections.inTransaction(connection -> {
                ServerCheck.of(connection);
                schema.bringUpToDate(connection);
                return ServerCheck.micros(connection);
            });
            DatabaseClock clock = new DatabaseClock(System::nanoTime, ZoneOffset.UTC, micros);
            return new SharedDatabase(connections, writer, clock, pollInterval);
        } catch (SQLException e) {
            throw PostgresFault.of(e).exception("open the store", e);
        }
    }

    @Override
    public <T> T read(String what, Session.Work<T> work) {
        return attempted(what, () -> connections.use(false, work), PostgresFault::isOverForAReader);
    }

    @Override
    public <T> T write(String what, Session.Work<T> work) {
        return attempted(what, () -> connections.use(true, work), PostgresFault::isRolledBack);
    }

    @Override
    public boolean make(Change change) {
        return write("write the ledger of " + change.app(), session -> writer.make(session, change));
    }

    @Override
    public void told(long micros) {
        clock.told(micros);
    }

    @Override
    public Clock clock(Clock own) {
        return clock;
    }

    @Override
    public Optional<Duration> pollInterval() {
        return Optional.of(pollInterval);
    }

    @Override
    public boolean hasOutbox() {
        return true;
    }

    /** The connections are the host's. */
    @Override
    public void close() {
        closed = true;
    }

    /** One way to the database and back. */
    private interface Attempt<T> {
        T make() throws SQLException;
    }

    private <T> T attempted(String what, Attempt<T> work, Predicate<PostgresFault> worthAnother) {
        long until = System.nanoTime() + connections.timeoutNanos();
        for (int attempt = 1; ; attempt++) {
            if (closed) {
                throw new StoreException("cannot " + what + ": the store is closed", null);
            }
            try {
                return work.make();
            } catch (SQLException e) {
                PostgresFault fault = PostgresFault.of(e);
                if (attempt == MOST_ATTEMPTS || System.nanoTime() - until > 0 || !worthAnother.test(fault)) {
                    throw fault.exception(what, e);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "the database";
    }
}
