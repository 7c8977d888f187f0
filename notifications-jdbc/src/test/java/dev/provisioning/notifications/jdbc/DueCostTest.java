package dev.provisioning.notifications.jdbc;

import static dev.provisioning.notifications.jdbc.Samples.HORIZON;
import static dev.provisioning.notifications.jdbc.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.ProgressHandler;

@DisplayName("To find what is due costs what is asked for, however many are there or due")
class DueCostTest {
    private static final int LIMIT = 10;

    @TempDir
    private Path directory;

    /** What a question costs, in a unit of the database. */
    private interface Meter {
        long read(Question question) throws SQLException;
    }

    private interface Question {
        void ask(Queries queries, Session session) throws SQLException;
    }

    private static long due(Meter meter) throws SQLException {
        return meter.read((queries, session) -> queries.due(session, NOON, HORIZON, LIMIT));
    }

    private static long nextDue(Meter meter) throws SQLException {
        return meter.read((queries, session) -> queries.nextDue(session, NOON));
    }

    @EnumSource
    @ParameterizedTest
    @DisplayName("in PostgreSQL, by the rows that it reads")
    void readsFewRowsOfPostgres(Morning morning) throws SQLException {
        String prefix = Postgres.freshPrefix();
        JdbcNotificationStore.builder(Postgres.pool())
                .tablePrefix(prefix)
                .open()
                .close();
        try (Connection connection = Postgres.bare().getConnection();
                Statement statement = connection.createStatement()) {
            morning.load(statement, Dialect.POSTGRESQL, prefix, 20_000);
            Queries queries = new Queries(new Names(null, prefix), Dialect.POSTGRESQL.clock());
            connection.setAutoCommit(false);
            Meter meter = question -> {
                long before = rowsRead(statement, prefix + "ledger");
                question.ask(queries, connection::prepareStatement);
                return rowsRead(statement, prefix + "ledger") - before;
            };

            for (String plan : List.of("force_custom_plan", "force_generic_plan")) {
                statement.execute("set plan_cache_mode = " + plan);
                assertThat(due(meter)).as(plan).isLessThanOrEqualTo((long) LIMIT * Turn.URGENCIES.size());
                assertThat(nextDue(meter)).as(plan).isLessThanOrEqualTo(Turn.URGENCIES.size());
            }
        }
    }

    /** In the transaction under way, and perhaps some before it. */
    private static long rowsRead(Statement statement, String table) throws SQLException {
        try (ResultSet result = statement.executeQuery("select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)"
                + " from pg_stat_xact_user_tables where relname = '" + table + "'")) {
            result.next();
            return result.getLong(1);
        }
    }

    @EnumSource
    @ParameterizedTest
    @DisplayName("in SQLite, by the steps that it takes")
    void takesAsManyStepsInSqlite(Morning morning) throws SQLException {
        List<Long> dues = new ArrayList<>();
        List<Long> nextDues = new ArrayList<>();
        for (int applications : List.of(2_000, 20_000)) {
            Path file = directory.resolve(applications + ".db");
            JdbcNotificationStore.builder(file).tablePrefix("t_").open().close();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                morning.load(statement, Dialect.SQLITE, "t_", applications);
                Queries queries = new Queries(new Names(null, "t_"), Dialect.SQLITE.clock());
                Meter meter = question -> steps(connection, queries, question);
                dues.add(due(meter));
                nextDues.add(nextDue(meter));
            }
        }

        assertThat(dues.get(1)).isPositive().isEqualTo(dues.get(0));
        assertThat(nextDues.get(1)).isPositive().isEqualTo(nextDues.get(0));
    }

    private static long steps(Connection connection, Queries queries, Question question) throws SQLException {
        long[] steps = new long[1];
        ProgressHandler.setHandler(connection, 1, new ProgressHandler() {
            @Override
            protected int progress() {
                steps[0]++;
                return 0;
            }
        });
        try {
            question.ask(queries, connection::prepareStatement);
        } finally {
            ProgressHandler.clearHandler(connection);
        }
        return steps[0];
    }
}
