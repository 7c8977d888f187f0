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
 * One connection to an SQLite file, for one thread at a time; it keeps its statements. After a failure of the disk it is
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

    /** Does something in a transaction of its own. */
    <T> T use(String what, Work<T> work) {
        awaitTurn(what);
        try {
            if (closed) {
                throw new StoreException("cannot " + what + ": the store is closed", null);
            }
            return commit(what, work);
        } finally {
            turn.unlock();
        }
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

    private <T> T commit(String what, Work<T> work) {
        try {
            T result = work.with(this);
            connected().commit();
            return result;
        } catch (SQLException e) {
            throw failed(what, e);
        } catch (RuntimeException | Error e) {
            rollBack();
            throw e;
        }
    }

    private StoreException failed(String what, SQLException e) {
        SqliteFault fault = SqliteFault.of(e);
        if (fault.leavesConnectionUsable()) {
            rollBack();
        } else {
            disconnect();
        }
        return new StoreException("cannot " + what + ", " + fault.meaning() + ": " + file, e);
    }

    private Connection connected() throws SQLException {
        if (connection == null) {
            connection = connector.connect(file);
        }
        return connection;
    }

    private void rollBack() {
        try {
            if (connection != null) {
                connection.rollback();
            }
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
