package dev.provisioning.notifications.benchmarks.store.medium;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A server of our own that, unlike one for tests, confirms nothing that a loss of power would take back. */
public final class PostgresServer implements AutoCloseable {
    /** How many connections each database has. */
    static final int CONNECTIONS = 10;

    private static final String USER = "postgres";
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private final EmbeddedPostgres server;
    private final List<HikariDataSource> pools = new ArrayList<>();

    PostgresServer(Path directory) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("postgresql").toFile())
                .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
        DURABLE.forEach(builder::setServerConfig);
        server = builder.start();
    }

    /** {@return connections to a new database} */
    public HikariDataSource pool(String name) throws SQLException {
        String database = name.toLowerCase(Locale.ROOT);
        create(database);
        return connect(database);
    }

    /** {@return connections to a database that others are connected with, too} */
    HikariDataSource connect(String database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.getJdbcUrl(USER, database));
        config.setMaximumPoolSize(CONNECTIONS);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    /** {@return how it is set up, as it says itself} */
    public String description() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            List<String> settings = new ArrayList<>();
            for (String setting : DURABLE.keySet().stream().sorted().toList()) {
                settings.add(setting + "=" + Query.text(connection, "show " + setting));
            }
            return Query.text(connection, "show server_version") + " (" + String.join(", ", settings) + ")";
        }
    }

    @Override
    public void close() throws IOException {
        pools.forEach(HikariDataSource::close);
        server.close();
    }

    private void create(String database) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }
}
