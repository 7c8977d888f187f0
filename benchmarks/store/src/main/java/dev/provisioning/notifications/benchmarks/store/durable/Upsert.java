package dev.provisioning.notifications.benchmarks.store.durable;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.benchmarks.store.sample.Sample;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The floor of a database: one statement that puts one row, and commits by itself. */
final class Upsert implements IssueWriter {
    private static final String TABLE = "create table if not exists peer_issue"
            + " (tenant text, name text, key text, body text not null, primary key (tenant, name, key))";
    private static final String UPSERT = "insert into peer_issue (tenant, name, key, body) values (?, ?, ?, ?)"
            + " on conflict (tenant, name, key) do update set body = excluded.body";

    private final DataSource database;

    Upsert(DataSource database) throws SQLException {
        this.database = database;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    @Override
    public void write(Issue issue) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setString(1, issue.app().tenant());
            upsert.setString(2, issue.app().name());
            upsert.setString(3, issue.key());
            upsert.setString(4, Sample.line(issue));
            upsert.executeUpdate();
        }
    }

    @Override
    public void close() {}
}
