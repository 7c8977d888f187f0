/** The store that survives: an SQLite file for one process, PostgreSQL for many nodes. */
module dev.provisioning.notifications.jdbc {
    requires transitive dev.provisioning.notifications.api;
    requires transitive java.sql;
    requires static org.jspecify;
    requires static org.xerial.sqlitejdbc;
    requires org.slf4j;

    exports dev.provisioning.notifications.jdbc;
}
