package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.spi.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The connection to an SQLite file, for one thread at a time; it keeps its statements. After a failure of the disk it is
 * opened anew, because nobody can tell what of the last write is in the file and what in memory only.
 */
final class FileConnection implements Session, AutoCloseable {
    private final StoreFile file;
    private final Connector connector;
    private final long timeout;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private @Nullable Connection connection;
    private boolean closed;

    /** How a connection is made. */
    interface Connector {
        Connection connect(StoreFile file) throws SQLException;
    }

    FileConnection(StoreFile file, Connector connector, Duration timeout) {
        this.file = file;
        this.connector = connector;
        this.timeout = timeout.toNanos();
    }

    /** Runs statements that each commit themselves. */
    <T> T use(String what, Work<T> work) {
        awaitTurn(what);
        try {
            if (closed) {
                throw new StoreException("cannot " + what + ": the store is closed", null);
            }
            return work.with(this);
        } catch (SQLException e) {
            throw failed(what, e);
        } finally {
            turn.unlock();
        }
    }

    /** Runs statements that are committed together. */
    <T> T inTransaction(String what, Work<T> work) {
        return use(what, session -> {
            run("begin immediate");
            boolean committed = false;
            try {
                T result = work.with(session);
                run("commit");
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    rollBack();
                }
            }
        });
    }

    @Override
    public PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connected().prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    @Override
    public void close() {
        turn.lock();
        try {
            closed = true;
            disconnect();
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn(String what) {
        boolean interrupted = false;
        long until = System.nanoTime() + timeout;
        boolean mine = turn.tryLock();
        while (!mine && until - System.nanoTime() > 0) {
            try {
                mine = turn.tryLock(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!mine) {
            throw new StoreException("cannot " + what + ": the store is busy", null);
        }
    }

    private StoreException failed(String what, SQLException e) {
        SqliteFault fault = SqliteFault.of(e);
        if (!fault.leavesConnectionUsable() || !haveClosedStatements()) {
            disconnect();
        }
        return new StoreException("cannot " + what + ", " + fault.meaning() + ": " + file, e);
    }

    /** A statement that failed is not to be executed again. */
    private boolean haveClosedStatements() {
        try {
            for (PreparedStatement statement : prepared.values()) {
                statement.close();
            }
            prepared.clear();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void run(String command) throws SQLException {
        prepare(command).execute();
    }

    private Connection connected() throws SQLException {
        if (connection == null) {
            connection = connector.connect(file);
        }
        return connection;
    }

    /** What cannot be rolled back, because SQLite has done that or the disk fails, ends with the connection. */
    private void rollBack() {
        try {
            run("rollback");
        } catch (SQLException e) {
            disconnect();
        }
    }

    private void disconnect() {
        prepared.clear();
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            StoreFile.LOG.debug("The connection to {} was not closed", file, e);
        } finally {
            connection = null;
        }
    }
}
