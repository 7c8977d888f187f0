package dev.provisioning.notifications.jdbc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Gathers the settings of a {@link JdbcNotificationStore}. Not thread-safe. */
public final class JdbcNotificationStoreBuilder {
    private final @Nullable Path file;
    private final @Nullable DataSource database;
    private @Nullable String schema;
    private String tablePrefix = "notification_";
    private boolean createTables = true;
    private Duration operationTimeout = Duration.ofSeconds(5);
    private Duration pollInterval = Duration.ofSeconds(10);
    private Duration keepMails = Duration.ofDays(90);

    JdbcNotificationStoreBuilder(@Nullable Path file, @Nullable DataSource database) {
        this.file = file;
        this.database = database;
    }

    /**
     * Sets the schema that the tables are in; it must be there. PostgreSQL only. Default: the first of the search path.
     *
     * @param schema 1 to 40 lower-case letters, digits and underscores, beginning with a letter
     * @return this builder
     */
    public JdbcNotificationStoreBuilder schema(String schema) {
        this.schema = schema;
        return this;
    }

    /**
     * Sets what the names of all tables begin with. Default: {@code notification_}.
     *
     * @param tablePrefix 1 to 40 lower-case letters, digits and underscores, beginning with a letter
     * @return this builder
     */
    public JdbcNotificationStoreBuilder tablePrefix(String tablePrefix) {
        this.tablePrefix = tablePrefix;
        return this;
    }

    /**
     * Sets whether tables are made and brought up to date when the store is opened. If not, somebody has to apply
     * {@link #ddl()}. Default: true.
     *
     * @param createTables false if the store's user may not create tables
     * @return this builder
     */
    public JdbcNotificationStoreBuilder createTables(boolean createTables) {
        this.createTables = createTables;
        return this;
    }

    /**
     * Sets how long one operation may take, once there is a connection for it. Default: 5 seconds. If the network to a
     * database falls silent, a write takes as much longer as the driver's own time-out for cancelling: for PostgreSQL 10
     * seconds, unless {@code cancelSignalTimeout} is set.
     *
     * @param operationTimeout from 10 milliseconds to 10 minutes
     * @return this builder
     */
    public JdbcNotificationStoreBuilder operationTimeout(Duration operationTimeout) {
        this.operationTimeout = operationTimeout;
        return this;
    }

    /**
     * Sets how often a node that has nothing to do looks for what other nodes have left, and for what hosts have reported
     * within transactions. PostgreSQL only. Default: 10 seconds.
     *
     * @param pollInterval from 10 milliseconds to a day
     * @return this builder
     */
    public JdbcNotificationStoreBuilder pollInterval(Duration pollInterval) {
        this.pollInterval = pollInterval;
        return this;
    }

    /**
     * Sets how long it is remembered which mails were sent. Default: 90 days.
     *
     * @param keepMails from zero to 36,500 days
     * @return this builder
     */
    public JdbcNotificationStoreBuilder keepMails(Duration keepMails) {
        this.keepMails = keepMails;
        return this;
    }

    /**
     * Tells what makes the tables, for those who apply it by hand.
     *
     * @return statements of SQL, each ended by a semicolon
     * @throws IllegalArgumentException if schema or prefix are not as described above
     */
    public String ddl() {
        return schema(names()).ddl();
    }

    /**
     * Opens the store.
     *
     * @return the store
     * @throws IllegalArgumentException if a setting is out of its range
     * @throws dev.provisioning.notifications.spi.StoreException if it cannot be opened; the message says why
     */
    public JdbcNotificationStore open() {
        Names names = names();
        requireBetween("store.operationTimeout", operationTimeout, Duration.ofMillis(10), Duration.ofMinutes(10));
        requireBetween("store.pollInterval", pollInterval, Duration.ofMillis(10), Duration.ofDays(1));
        requireBetween("store.keepMails", keepMails, Duration.ZERO, Duration.ofDays(36_500));
        return database == null ? openFile(names, Objects.requireNonNull(file)) : openShared(names, database);
    }

    private JdbcNotificationStore openFile(Names names, Path path) {
        FileDatabase opened = FileDatabase.open(path, schema(names), names, operationTimeout);
        JdbcNotificationStore store =
                new JdbcNotificationStore(opened, new Queries(names, Dialect.SQLITE.clock()), keepMails);
        try {
            if (opened.isSmall()) {
                store.lookThrough();
            }
            store.takeOverLeftovers();
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private JdbcNotificationStore openShared(Names names, DataSource dataSource) {
        Queries queries = new Queries(names, Dialect.POSTGRESQL.clock());
        SharedDatabase opened = SharedDatabase.open(
                new SharedConnections(dataSource, operationTimeout), schema(names), names, pollInterval);
        return new JdbcNotificationStore(opened, queries, keepMails);
    }

    private Schema schema(Names names) {
        return new Schema(file == null ? Dialect.POSTGRESQL : Dialect.SQLITE, names, createTables);
    }

    private Names names() {
        Names names = new Names(schema, tablePrefix);
        if (file != null && schema != null) {
            throw new IllegalArgumentException("store.schema is \"" + schema + "\", and a file has no schemas");
        }
        return names;
    }

    private static void requireBetween(String name, @Nullable Duration value, Duration least, Duration most) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " is " + value + ", not from " + least + " to " + most);
        }
    }
}
