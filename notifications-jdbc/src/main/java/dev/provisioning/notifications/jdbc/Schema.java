package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.spi.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * The tables, and which version of them there is. A version is reached by its script from the one before; all that are
 * missing are applied in one transaction, by one node at a time.
 */
final class Schema {
    /** The version of the tables that this code reads and writes. */
    static final int VERSION = 1;

    private final Dialect dialect;
    private final Names names;
    private final boolean createTables;

    /**
     * Says which tables.
     *
     * @param createTables whether what is missing may be made; if not, it is a fault
     */
    Schema(Dialect dialect, Names names, boolean createTables) {
        this.createTables = createTables;
        this.dialect = dialect;
        this.names = names;
    }

    /** All statements that make the tables as they are now, to be applied by hand. */
    String ddl() {
        StringBuilder ddl = new StringBuilder();
        for (int version = 1; version <= VERSION; version++) {
            ddl.append(script(version)).append('\n');
        }
        return ddl.append("create table ")
                .append(names.version())
                .append(" (version integer not null);\n\ninsert into ")
                .append(names.version())
                .append(" values (")
                .append(VERSION)
                .append(");\n")
                .toString();
    }

    /**
     * Makes what is missing, within the transaction of a connection, which the caller commits.
     *
     * @throws StoreException if the tables are newer than this code, or something is missing and may not be made
     */
    void bringUpToDate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int present = version(connection);
            if (present < VERSION && createTables) {
                if (!dialect.lockSchema().isEmpty()) {
                    statement.execute(dialect.lockSchema());
                }
                present = upgrade(connection, statement);
            }
            requireKnown(present);
        }
    }

    private int upgrade(Connection connection, Statement statement) throws SQLException {
        int present = version(connection);
        for (int version = present + 1; version <= VERSION; version++) {
            for (String command : script(version).split(";\n\n", -1)) {
                statement.execute(command);
            }
        }
        if (present == 0) {
            statement.execute("create table " + names.version() + " (version integer not null)");
            statement.execute("insert into " + names.version() + " values (" + VERSION + ")");
        } else if (present < VERSION) {
            statement.execute("update " + names.version() + " set version = " + VERSION);
        }
        return Math.max(present, VERSION);
    }

    private void requireKnown(int present) {
        if (present > VERSION) {
            throw new StoreException(
                    "the tables " + names.of(Table.LEDGER) + " … are of version " + present
                            + ", which is newer than what this library knows, " + VERSION + "; use a newer library",
                    null);
        }
        if (present < VERSION) {
            throw new StoreException(
                    "the tables " + names.of(Table.LEDGER) + " … are "
                            + (present == 0 ? "not there" : "of version " + present)
                            + ", and the store may not create them; apply what its builder's ddl() tells",
                    null);
        }
    }

    /** The version of the tables; 0 if there are none. */
    int version(Connection connection) throws SQLException {
        if (!exists(connection)) {
            return 0;
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select max(version) from " + names.version())) {
            result.next();
            return result.getInt(1);
        }
    }

    private boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(dialect.exists(names.schema()))) {
            statement.setString(1, names.versionWithinSchema());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getInt(1) > 0;
            }
        }
    }

    private String script(int version) {
        String name = dialect.script(version);
        try (InputStream script = Schema.class.getResourceAsStream(name)) {
            return names.fill(new String(Objects.requireNonNull(script, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
