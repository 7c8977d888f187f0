package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.APP;
import static dev.provisioning.notifications.jdbc.Samples.HORIZON;
import static dev.provisioning.notifications.jdbc.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.spi.Ledger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A database of many applications")
class PlanTest {
    private static final int APPLICATIONS = 20_000;

    @TempDir
    private Path directory;

    /** Explains a statement, as a database means to carry it out. */
    private interface Explainer {
        String explain(String sql) throws SQLException;
    }

    /** The plans of all that is asked, and of a change of every sort. */
    private static List<String> plans(Connection connection, Explainer explainer, Queries queries, Writer writer)
            throws SQLException {
        List<String> plans = new ArrayList<>();
        Session session = sql -> {
            plans.add(explainer.explain(sql));
            return connection.prepareStatement(sql);
        };
        queries.ledger(session, APP, () -> micros -> {});
        queries.due(session, NOON, HORIZON, 10);
        queries.nextDue(session, NOON);
        queries.mails(session, APP, 10);
        queries.eraseMails(session, APP);
        Ledger first = Samples.gathering(Ledger.empty(APP), "a", "b");
        Ledger second = Samples.mailed(first, NOON);
        writer.make(session, Change.between(Ledger.empty(APP), first, Duration.ZERO, List.of()));
        writer.make(session, Change.between(first, second, Duration.ofDays(90), List.of()));
        return plans;
    }

    /** How a change is made. */
    private interface Writer {
        boolean make(Session session, Change change) throws SQLException;
    }

    @EnumSource
    @ParameterizedTest
    @DisplayName("finds what is due by index in PostgreSQL, and all else by its key")
    void usesIndicesInPostgres(Morning morning) throws SQLException {
        String prefix = Postgres.freshPrefix();
        JdbcNotificationStore.builder(Postgres.pool())
                .tablePrefix(prefix)
                .open()
                .close();
        Names names = new Names(null, prefix);
        try (Connection connection = Postgres.bare().getConnection();
                Statement statement = connection.createStatement()) {
            morning.load(statement, Dialect.POSTGRESQL, prefix, APPLICATIONS);
            Explainer explainer = sql -> explainedForAnyParameters(statement, sql);
            List<String> plans = plans(
                    connection,
                    explainer,
                    new Queries(names, Dialect.POSTGRESQL.clock()),
                    new SharedWriter(names)::make);

            assertThat(plans).hasSize(7).noneMatch(plan -> plan.contains("Seq Scan"));
            assertThat(plans.get(0)).contains(prefix + "ledger_pkey");
            assertRanges(plans.get(1), 8, " using " + prefix + "ledger_due");
            assertRanges(plans.get(2), 4, " using " + prefix + "ledger_due");
            assertThat(plans.subList(1, 3)).noneMatch(plan -> plan.contains("Bitmap"));
            assertThat(plans.get(3)).contains(prefix + "mail_pkey");
            assertThat(plans.get(6)).contains(prefix + "ledger_pkey", prefix + "mail_sent");
        }
    }

    @EnumSource
    @ParameterizedTest
    @DisplayName("finds what is due by index in SQLite, and all else by its key")
    void usesIndicesInSqlite(Morning morning) throws SQLException {
        Path file = directory.resolve("store.db");
        JdbcNotificationStore.builder(file).tablePrefix("t_").open().close();
        Names names = new Names(null, "t_");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            morning.load(statement, Dialect.SQLITE, "t_", APPLICATIONS);
            Explainer explainer = sql -> explained(statement, "explain query plan ", sql);
            Queries queries = new Queries(names, Dialect.SQLITE.clock());
            List<String> plans = plans(connection, explainer, queries, new FileWriter(names)::make);
            queries.atWork(sql -> {
                plans.add(explained(statement, "explain query plan ", sql));
                return connection.prepareStatement(sql);
            });

            assertThat(plans).noneMatch(plan -> plan.matches("(?s).*SCAN (t_|l\\b).*"));
            assertThat(plans.get(0)).contains("SEARCH l USING PRIMARY KEY");
            assertRanges(plans.get(1), 8, "INDEX t_ledger_due (turn>? AND turn<?)");
            assertRanges(plans.get(2), 4, "INDEX t_ledger_due (turn>? AND turn<?)");
            assertThat(plans.get(3)).contains("t_mail USING PRIMARY KEY");
            assertThat(plans.get(plans.size() - 1)).contains("t_ledger_at_work (phase=?)");
        }
    }

    /** Each part of the question goes through its range of the index, in its order, and so no further than it must. */
    private static void assertRanges(String plan, int ranges, String index) {
        assertThat(plan.split(Pattern.quote(index), -1)).as(plan).hasSize(ranges + 1);
    }

    /** By a prepared statement, whose plan is made before its parameters are known: one for each that is typed anew. */
    private static String explainedForAnyParameters(Statement statement, String sql) throws SQLException {
        StringBuilder numbered = new StringBuilder();
        List<String> nulls = new ArrayList<>();
        for (String part : sql.split("\\?", -1)) {
            numbered.append(nulls.isEmpty() ? "" : "$" + nulls.size()).append(part);
            nulls.add("null");
        }
        String parameters = nulls.size() == 1 ? "" : "(" + String.join(", ", nulls.subList(1, nulls.size())) + ")";
        statement.execute("set plan_cache_mode = force_generic_plan");
        statement.execute("prepare asked as " + numbered);
        try {
            return explained(statement, "explain execute asked", parameters);
        } finally {
            statement.execute("deallocate asked");
        }
    }

    private static String explained(Statement statement, String explain, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet result = statement.executeQuery(explain + sql)) {
            while (result.next()) {
                plan.append(result.getString(result.getMetaData().getColumnCount()))
                        .append('\n');
            }
        }
        return plan.toString();
    }
}
