package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.spi.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at a database server before it is relied on. */
final class ServerCheck {
    private static final Logger LOG = LoggerFactory.getLogger(ServerCheck.class);
    private static final int OLDEST = 12;

    private ServerCheck() {}

    /**
     * Looks whether it can keep what it is given.
     *
     * @throws StoreException if it is no PostgreSQL, too old, or does not keep every text
     */
    static void of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        if (!product.equals("PostgreSQL")) {
            throw new StoreException(
                    "a shared store needs PostgreSQL, and this is " + product
                            + (product.equals("SQLite") ? "; open its file with JdbcNotificationStore.file" : ""),
                    null);
        }
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            throw new StoreException(
                    "a shared store needs PostgreSQL " + OLDEST + " or newer, and this is " + version, null);
        }
        String encoding = setting(connection, "server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new StoreException(
                    "a shared store needs a database of encoding UTF8, and this has " + encoding, null);
        }
        warnIfForgetful(connection, "fsync");
        warnIfForgetful(connection, "synchronous_commit");
    }

    /** The server's time, in microseconds since 1970. */
    static long micros(Connection connection) throws SQLException {
        return Long.parseLong(value(connection, "select " + Dialect.POSTGRESQL.clock()));
    }

    private static void warnIfForgetful(Connection connection, String setting) throws SQLException {
        if (setting(connection, setting).equals("off")) {
            LOG.warn(
                    "The database answers before it has written to disk ({} is off): after a loss of power, what was"
                            + " reported may be gone, and what was mailed may be mailed again",
                    setting);
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        return value(connection, "show " + name);
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
