package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.StoreException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/**
 * A PostgreSQL database that many nodes share. Every operation is one statement that commits itself: so no pause of this
 * process, however long, can hold a lock that others wait for, and each costs one way to the database and back.
 */
final class SharedDatabase implements Database {
    /** So often at most a statement is sent that the database has certainly not carried out. */
    private static final int MOST_ATTEMPTS = 4;

    /** So many callers at a time go alone, and may each wait for a lock; all others go together, and wait for nobody. */
    private static final int ALONE = 2;

    private final SharedConnections connections;
    private final SharedWriter writer;
    private final GroupCommit group;
    private final Semaphore alone = new Semaphore(ALONE);
    private final DatabaseClock clock;
    private final Duration pollInterval;
    private final LongAdder commits = new LongAdder();
    private volatile boolean closed;

    private SharedDatabase(SharedConnections connections, Names names, DatabaseClock clock, Duration pollInterval) {
        this.connections = connections;
        this.writer = new SharedWriter(names);
        this.group = new GroupCommit(this::commit, connections.timeout());
        this.clock = clock;
        this.pollInterval = pollInterval;
    }

    /** Looks whether the database is one that this store can use, and brings its tables up to date. */
    static SharedDatabase open(SharedConnections connections, Schema schema, Names names, Duration pollInterval) {
        try {
            connections.lent(connection -> {
                ServerCheck.of(connection);
                return true;
            });
            long micros = connections.inTransaction(connection -> {
                schema.bringUpToDate(connection);
                return ServerCheck.micros(connection);
            });
            DatabaseClock clock = new DatabaseClock(System::nanoTime, ZoneOffset.UTC, micros);
            return new SharedDatabase(connections, names, clock, pollInterval);
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
        T result = attempted(what, () -> connections.use(true, work), PostgresFault::isRolledBack);
        commits.increment();
        return result;
    }

    @Override
    public long commits() {
        return commits.sum();
    }

    @Override
    public boolean make(Change change) {
        if (!change.taken().isEmpty()) {
            return makeAlone(change);
        }
        if (!alone.tryAcquire()) {
            return group.commit(change).orElseGet(() -> makeAlone(change));
        }
        try {
            return makeAlone(change);
        } finally {
            alone.release();
        }
    }

    private boolean makeAlone(Change change) {
        return write("write the ledger of " + change.app(), session -> writer.make(session, change));
    }

    /**
     * Of several changes, or of one, those that can be made at once; each of the others is left to its caller, so that a
     * row which another transaction holds keeps nobody else waiting.
     */
    private List<Optional<Boolean>> commit(List<Change> changes) {
        List<Change> apart = onePerApplication(changes);
        String which = apart.size() == 1 ? "the ledger of " + apart.get(0).app() : apart.size() + " ledgers";
        List<Change> made = write("write " + which, session -> writer.makeAll(session, apart));
        return changes.stream()
                .map(change -> made.contains(change) ? Optional.of(true) : Optional.<Boolean>empty())
                .toList();
    }

    /** In the order of their names, so that no two batches wait for each other. */
    private static List<Change> onePerApplication(List<Change> changes) {
        Map<AppId, Change> first =
                new TreeMap<>(Comparator.comparing(AppId::tenant).thenComparing(AppId::name));
        changes.forEach(change -> first.putIfAbsent(change.app(), change));
        return List.copyOf(first.values());
    }

    /** A server cleans up by itself. */
    @Override
    public void scrub() {}

    @Override
    public LongConsumer asked() {
        return clock.asked();
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
        long until = System.nanoTime() + connections.timeout().toNanos();
        for (int attempt = 1; ; attempt++) {
            if (closed) {
                throw new StoreException("cannot " + what + ": the store is closed", null);
            }
            try {
                return work.make();
            } catch (SQLException e) {
                PostgresFault fault = PostgresFault.of(e);
                if (e instanceof SharedConnections.NoConnectionException
                        || attempt == MOST_ATTEMPTS
                        || System.nanoTime() - until > 0
                        || !worthAnother.test(fault)) {
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
