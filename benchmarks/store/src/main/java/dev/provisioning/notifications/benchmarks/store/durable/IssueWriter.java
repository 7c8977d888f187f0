package dev.provisioning.notifications.benchmarks.store.durable;

import dev.provisioning.notifications.Issue;
import java.io.IOException;
import java.sql.SQLException;

/** Makes new issues durable. Used by several threads at once. */
public interface IssueWriter extends AutoCloseable {
    /**
     * Writes an issue, and returns once it survives the loss of power.
     *
     * @param issue one that was not written before
     * @throws IOException if the file fails
     * @throws SQLException if the database fails
     */
    void write(Issue issue) throws IOException, SQLException;

    @Override
    void close() throws IOException;
}
