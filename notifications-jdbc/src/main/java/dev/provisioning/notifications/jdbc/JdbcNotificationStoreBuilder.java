package dev.provisioning.notifications.jdbc;

import java.time.Duration;

/** Gathers the settings of a {@link JdbcNotificationStore}. Not thread-safe. */
public final class JdbcNotificationStoreBuilder {
    /** PostgreSQL only; default: the search path's first. */
    public JdbcNotificationStoreBuilder schema(String schema) {
        return this;
    }

    /** Default: {@code notification_}. */
    public JdbcNotificationStoreBuilder tablePrefix(String tablePrefix) {
        return this;
    }

    /** Whether to create and upgrade tables; default: true. */
    public JdbcNotificationStoreBuilder createTables(boolean createTables) {
        return this;
    }

    /** How long one operation may take; default: 5 s. */
    public JdbcNotificationStoreBuilder operationTimeout(Duration operationTimeout) {
        return this;
    }

    /** How often nodes that share a database look after each other; default: 10 s. */
    public JdbcNotificationStoreBuilder pollInterval(Duration pollInterval) {
        return this;
    }

    /** How long the history of mails is kept; default: 90 days. */
    public JdbcNotificationStoreBuilder keepMails(Duration keepMails) {
        return this;
    }

    /** What to apply by hand if this library may not create tables. */
    public String ddl() {
        throw new UnsupportedOperationException();
    }

    /** Opens the store. */
    public JdbcNotificationStore open() {
        throw new UnsupportedOperationException();
    }
}
