package dev.provisioning.notifications.soak;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of the test's own that keeps what it has confirmed, and what can be done to it. */
public final class Database implements AutoCloseable {
    private final Path data;
    private EmbeddedPostgres server;
    private final int port;

    public Database(Path data) {
        this.data = data;
        this.server = serve(0);
        this.port = server.getPort();
    }

    private EmbeddedPostgres serve(int fixedPort) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60");
        if (fixedPort > 0) {
            builder.setPort(fixedPort);
        }
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Where a node finds it that goes through another port. */
    public static String url(int port) {
        return "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres";
    }

    /** The same, for tests that must not see each other's applications. */
    String url(int throughPort, String schema) {
        execute("create schema if not exists " + schema);
        return url(throughPort) + "&currentSchema=" + schema;
    }

    /** Stops it, and starts it again. */
    void restart() {
        close();
        start();
    }

    /** SIGKILL, in the midst of what it does. */
    void kill() {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0));
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            Patience.await(() -> ProcessHandle.of(pid).isEmpty(), () -> "the database has not ended");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
    }

    /** Starts it again. */
    public void start() {
        server = serve(port);
    }

    /** Ends connections; of one node, or of all if that is null. Returns how many. */
    public int terminate(@Nullable String node) {
        String sql = """
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where pid <> pg_backend_pid() and backend_type = 'client backend'
                and (application_name = ? or ?)
                """;
        return count(sql, node == null ? "" : node, node == null);
    }

    /** The number that is the answer to a query; empty while nobody answers. */
    public Optional<Long> ask(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /** How many connections wait for a lock. */
    int waiting() {
        return count(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and application_name <> ? and ?",
                "nobody",
                true);
    }

    /** Ends connections that wait for a lock. Returns how many. */
    int terminateWaiting() {
        String sql = """
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where pid <> pg_backend_pid() and wait_event_type = 'Lock' and application_name <> ? and ?
                """;
        return count(sql, "nobody", true);
    }

    /** Keeps everybody from writing the ledgers of a schema, until the connection is closed. */
    Connection lock(String schema) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table " + schema + ".notification_ledger in exclusive mode");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int count(String sql, String word, boolean flag) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, word);
            statement.setBoolean(2, flag);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }
}
