package dev.provisioning.notifications.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL for all tests of this process, which ends with it; each test has tables of its own. */
final class Postgres {
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final AtomicInteger TESTS = new AtomicInteger();

    private Postgres() {}

    /** Started when a test needs it first. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", System.getProperty("postgres.fsync", "on"))
                        .setServerConfig("synchronous_commit", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A pool that all tests share. */
    private static final class Pool {
        static final HikariDataSource OPEN = open();

        private static HikariDataSource open() {
            HikariConfig config = new HikariConfig();
            config.setDataSource(bare());
            config.setMaximumPoolSize(16);
            return new HikariDataSource(config);
        }
    }

    /** Connections that are made for each who asks. */
    static DataSource bare() {
        return Server.RUNNING.getPostgresDatabase();
    }

    /** The same, with options for the server such as {@code -c default_transaction_read_only=on}. */
    static PGSimpleDataSource bare(String options) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(Server.RUNNING.getJdbcUrl("postgres", "postgres"));
        source.setOptions(options);
        return source;
    }

    /** What is asked of a connection that is closed then. */
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    static <T> T query(Question<T> question) {
        try (Connection connection = pool().getConnection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static void execute(String... commands) {
        query(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String command : commands) {
                    statement.execute(command);
                }
                return commands.length;
            }
        });
    }

    /** The number that a query answers. */
    static long number(String sql) {
        return query(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    /** Waits until a query answers another number than 0. */
    static void await(String sql) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (number(sql) == 0) {
            if (System.nanoTime() - until > 0) {
                throw new AssertionError("still 0: " + sql);
            }
            Thread.onSpinWait();
        }
    }

    /** The port that the server listens at. */
    static int port() {
        return Server.RUNNING.getPort();
    }

    /** Connections from a pool. */
    static DataSource pool() {
        return Pool.OPEN;
    }

    /** A prefix of tables that nobody else uses. */
    static String freshPrefix() {
        return "t" + TESTS.incrementAndGet() + "_";
    }
}
