package dev.provisioning.notifications.benchmarks.store.medium;

/** What keeps the ledgers. */
public enum Engine {
    /** In a file, for one process. */
    SQLITE("SQLite"),
    /** In a server, for many. */
    POSTGRESQL("PostgreSQL");

    private final String label;

    Engine(String label) {
        this.label = label;
    }

    /** {@return its name} */
    public String label() {
        return label;
    }
}
