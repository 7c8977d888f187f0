package dev.provisioning.notifications.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A connection while an operation uses it. */
interface Session {
    /** Prepares a statement, which the session closes or keeps for the next time. */
    PreparedStatement prepare(String sql) throws SQLException;

    /** What an operation does with a session. */
    interface Work<T> {
        T with(Session session) throws SQLException;
    }
}
