package dev.provisioning.notifications.benchmarks.store.durable;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.benchmarks.store.sample.Sample;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What is mostly written for this: a row for each application is locked, read, changed, and committed. */
final class LockAndUpdate implements IssueWriter {
    private static final int APPLICATIONS = 10_000;
    private static final String TABLE =
            "create table peer_application (id bigint primary key, revision bigint not null, body text not null)";
    private static final String ROWS =
            "insert into peer_application select id, 0, '' from generate_series(0, " + (APPLICATIONS - 1) + ") as id";
    private static final String LOCK = "select revision, body from peer_application where id = ? for update";
    private static final String UPDATE = "update peer_application set revision = ?, body = ? where id = ?";

    private final DataSource database;

    LockAndUpdate(DataSource database) throws SQLException {
        this.database = database;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute(ROWS);
        }
    }

    @Override
    public void write(Issue issue) throws SQLException {
        long id = Math.floorMod(issue.app().hashCode(), APPLICATIONS);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            update(connection, id, lock(connection, id) + 1, Sample.line(issue));
            connection.commit();
        }
    }

    @Override
    public void close() {}

    private static long lock(Connection connection, long id) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setLong(1, id);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void update(Connection connection, long id, long revision, String body) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, revision);
            update.setString(2, body);
            update.setLong(3, id);
            update.executeUpdate();
        }
    }
}
