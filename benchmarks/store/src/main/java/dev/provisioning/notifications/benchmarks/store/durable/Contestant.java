package dev.provisioning.notifications.benchmarks.store.durable;

import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import dev.provisioning.notifications.benchmarks.store.medium.Media;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Who makes issues durable. */
public enum Contestant {
    /** A file. */
    RAW_APPEND("file: append, force", Engine.SQLITE),
    /** A file with group commit. */
    GROUP_APPEND("file: append, force together", Engine.SQLITE),
    /** The store in a file. */
    SQLITE_STORE("notifications-jdbc, SQLite: `read`, `replace`", Engine.SQLITE),
    /** A notifier on the store in a file. */
    SQLITE_NOTIFIER("notifications-jdbc, SQLite: `Notifier.report`", Engine.SQLITE),
    /** A row. */
    UPSERT("PostgreSQL: upsert of a row", Engine.POSTGRESQL),
    /** A row, and what is mostly done to it. */
    LOCK_AND_UPDATE("PostgreSQL: select for update, update, commit", Engine.POSTGRESQL),
    /** The store in a server. */
    POSTGRESQL_STORE("notifications-jdbc, PostgreSQL: `read`, `replace`", Engine.POSTGRESQL),
    /** A notifier on the store in a server. */
    POSTGRESQL_NOTIFIER("notifications-jdbc, PostgreSQL: `Notifier.report`", Engine.POSTGRESQL);

    private final String label;
    private final Engine engine;

    Contestant(String label, Engine engine) {
        this.label = label;
        this.engine = engine;
    }

    /** {@return how tables name it} */
    public String label() {
        return label;
    }

    /** {@return the one that does no more than must be done on the same disk or server} */
    public Contestant floor() {
        return engine == Engine.SQLITE ? RAW_APPEND : UPSERT;
    }

    /** {@return those on an engine} */
    public static List<Contestant> on(Engine engine) {
        return Arrays.stream(values())
                .filter(contestant -> contestant.engine == engine)
                .toList();
    }

    IssueWriter writer(Media media) throws IOException, SQLException {
        return switch (this) {
            case RAW_APPEND -> new RawAppend(media.file(name()));
            case GROUP_APPEND -> new GroupAppend(media.file(name()));
            case UPSERT -> new Upsert(media.server().pool(name()));
            case LOCK_AND_UPDATE -> new LockAndUpdate(media.server().pool(name()));
            case SQLITE_STORE, POSTGRESQL_STORE ->
                new StoreWriter(media.fresh(engine, name()).open());
            case SQLITE_NOTIFIER, POSTGRESQL_NOTIFIER ->
                new NotifierWriter(media.fresh(engine, name()).open());
        };
    }
}
