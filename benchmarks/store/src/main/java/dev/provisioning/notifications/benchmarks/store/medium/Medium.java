package dev.provisioning.notifications.benchmarks.store.medium;

import dev.provisioning.notifications.spi.NotificationStore;
import java.io.IOException;
import java.sql.SQLException;

/** A place for the ledgers of one store. */
public interface Medium extends AutoCloseable {
    /** {@return the store in this place, opened} */
    NotificationStore open();

    /** {@return the store in this place as a further node opens it, with connections of its own; a file has but one node} */
    default NotificationStore openOnNode() {
        return open();
    }

    /**
     * Tells how many transactions were committed that have changed anything, however few callers each of them served.
     *
     * @return their number, from anywhere on; only differences say anything
     * @throws IOException if a file cannot be read
     * @throws SQLException if the server does not answer
     */
    long commits() throws IOException, SQLException;

    /**
     * Tells how much it takes on the disk. No store may be open.
     *
     * @return the size in bytes
     * @throws IOException if a file cannot be read
     * @throws SQLException if the server does not answer
     */
    long bytes() throws IOException, SQLException;

    @Override
    void close() throws IOException;
}
