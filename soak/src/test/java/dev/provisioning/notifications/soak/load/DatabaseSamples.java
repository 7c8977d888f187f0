package dev.provisioning.notifications.soak.load;

import dev.provisioning.notifications.soak.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many connections each process has, as the database counts them, and how large the tables are. */
final class DatabaseSamples {
    /** The tables, by what is asked of each. */
    static final List<String> TABLES = List.of("notification_ledger", "notification_mail", "notification_outbox");

    private final Database database;
    private final List<String> processes;
    private final Map<String, List<Sample>> connections = new HashMap<>();
    private final List<Sample> tables = new ArrayList<>();

    DatabaseSamples(Database database, List<String> processes) {
        this.database = database;
        this.processes = processes;
    }

    /** Looks, unless the database is away just now. */
    void take(Duration now) {
        for (String process : processes) {
            database.ask("select count(*) from pg_stat_activity where application_name = '" + process + "'")
                    .ifPresent(count -> connections
                            .computeIfAbsent(process, any -> new ArrayList<>())
                            .add(new Sample(now.toMillis(), Map.of(Resource.CONNECTIONS.word(), count))));
        }
        Map<String, Long> sizes = new TreeMap<>();
        for (String table : TABLES) {
            database.ask("select pg_total_relation_size('" + table + "')")
                    .ifPresent(bytes -> sizes.put(bytes(table), bytes));
            database.ask("select count(*) from " + table).ifPresent(rows -> sizes.put(rows(table), rows));
        }
        tables.add(new Sample(now.toMillis(), sizes));
    }

    /** Of one process. */
    List<Sample> connections(String process) {
        return connections.getOrDefault(process, List.of());
    }

    /** Of the database. */
    List<Sample> tables() {
        return tables;
    }

    /** What the bytes of a table are called. */
    static String bytes(String table) {
        return "bytes:" + table;
    }

    /** What the rows of a table are called. */
    static String rows(String table) {
        return "rows:" + table;
    }
}
