package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.PostedIssue;
import dev.provisioning.notifications.spi.SentMail;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What is asked of a database: each question is one statement, and so one snapshot. */
final class Queries {
    private final String ledger;
    private final String due;
    private final String nextDue;
    private final String mails;
    private final String atWork;
    private final String apps;
    private final String eraseMails;
    private final String eraseOutbox;
    private final String waiting;
    private final String discard;
    private final String post;

    /**
     * Writes the statements.
     *
     * @param clock an expression for the database's time in microseconds since 1970
     */
    Queries(Names names, String clock) {
        String ledgers = names.of(Table.LEDGER);
        String outbox = names.of(Table.OUTBOX);
        ledger = "select c.now, " + Table.LEDGER.list("l.") + " from (select " + clock + " as now) c left join "
                + ledgers + " l on l.tenant = ? and l.name = ?";
        due = due(ledgers);
        nextDue = nextDue(ledgers);
        mails = "select " + Table.MAIL.list("") + " from " + names.of(Table.MAIL)
                + " where tenant = ? and name = ? order by slot desc limit ?";
        atWork = "select tenant, name from " + ledgers + " where phase in ('CLAIMED', 'HANDED_OVER')";
        apps = "select tenant, name from " + ledgers;
        eraseMails = "delete from " + names.of(Table.MAIL) + " where tenant = ? and name = ?";
        eraseOutbox = "delete from " + outbox + " where tenant = ? and name = ?";
        waiting = "select id, " + Table.OUTBOX.list("") + " from " + outbox + " order by id limit ?";
        post = "insert into " + outbox + " (" + Table.OUTBOX.list("") + ") values (" + Table.OUTBOX.parameters() + ")";
        discard = "delete from " + outbox + " where id = ?";
    }

    /**
     * One range of the index for each urgency, and again for what is beyond the horizon; of each no more than is asked for.
     */
    private static String due(String ledgers) {
        String ranges = Turn.URGENCIES.stream()
                .map(urgency -> range(ledgers, 0, "turn >= " + Turn.first(urgency) + " and turn <= ?"))
                .collect(Collectors.joining(" union all "));
        String beyond = Turn.URGENCIES.stream()
                .map(urgency -> range(ledgers, 1, "turn > ? and turn <= " + Turn.last(urgency)))
                .collect(Collectors.joining(" union all "));
        return "select tenant, name from (" + ranges + " union all " + beyond + ") r order by part, turn limit ?";
    }

    private static String range(String ledgers, int part, String turns) {
        return "select * from (select " + part + " as part, turn, tenant, name from " + ledgers + " where " + turns
                + " order by turn limit ?) r";
    }

    /** The first after an instant of each urgency, and of these the earliest. */
    private static String nextDue(String ledgers) {
        String firsts = Turn.URGENCIES.stream()
                .map(urgency -> "select * from (select turn - " + Turn.of(urgency, Instant.EPOCH) + " as due from "
                        + ledgers + " where turn > ? and turn <= " + Turn.last(urgency) + " order by turn limit 1) f")
                .collect(Collectors.joining(" union all "));
        return "select min(due) from (" + firsts + ") f";
    }

    /** Forgets a few mails that are older than a parameter says. */
    static String forget(Names names) {
        String mails = names.of(Table.MAIL);
        return "delete from " + mails + " where (" + Table.MAIL_KEY + ") in (select " + Table.MAIL_KEY + " from "
                + mails + " where sent_at < ? order by sent_at limit " + JdbcNotificationStore.FORGET_AT_ONCE + ")";
    }

    /**
     * Asks for the ledger of an application, and for the database's time.
     *
     * @param clock is asked right before the question, for who is to be told the time in the answer
     */
    Ledger ledger(Session session, AppId app, Supplier<LongConsumer> clock) throws SQLException {
        PreparedStatement statement = session.prepare(ledger);
        statement.setString(1, app.tenant());
        statement.setString(2, app.name());
        LongConsumer told = clock.get();
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            told.accept(result.getLong(1));
            boolean none = result.getString(2) == null;
            return none ? Ledger.empty(app) : Rows.ledger(app, Row.read(result, 2, Table.LEDGER));
        }
    }

    List<AppId> due(Session session, Instant now, Instant horizon, int limit) throws SQLException {
        PreparedStatement statement = session.prepare(due);
        int next = 1;
        for (Instant bound : List.of(now, horizon)) {
            for (Severity urgency : Turn.URGENCIES) {
                statement.setLong(next++, Turn.of(urgency, bound));
                statement.setInt(next++, limit);
            }
        }
        statement.setInt(next, limit);
        return apps(statement);
    }

    Optional<Instant> nextDue(Session session, Instant now) throws SQLException {
        PreparedStatement statement = session.prepare(nextDue);
        for (int i = 0; i < Turn.URGENCIES.size(); i++) {
            statement.setLong(i + 1, Turn.of(Turn.URGENCIES.get(i), now));
        }
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            long micros = result.getLong(1);
            return result.wasNull() ? Optional.empty() : Optional.of(Micros.instant(micros));
        }
    }

    List<SentMail> mails(Session session, AppId app, int limit) throws SQLException {
        PreparedStatement statement = session.prepare(mails);
        statement.setString(1, app.tenant());
        statement.setString(2, app.name());
        statement.setInt(3, limit);
        List<SentMail> found = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                found.add(Rows.mail(Row.read(result, 1, Table.MAIL)));
            }
        }
        return found;
    }

    /** The applications whose slot somebody is, or was, at work on. */
    List<AppId> atWork(Session session) throws SQLException {
        return apps(session.prepare(atWork));
    }

    /** All applications that there is a ledger of. */
    List<AppId> apps(Session session) throws SQLException {
        return apps(session.prepare(apps));
    }

    int eraseMails(Session session, AppId app) throws SQLException {
        return erase(session, eraseMails, app);
    }

    int eraseOutbox(Session session, AppId app) throws SQLException {
        return erase(session, eraseOutbox, app);
    }

    List<PostedIssue> waiting(Session session, int limit) throws SQLException {
        PreparedStatement statement = session.prepare(waiting);
        statement.setInt(1, limit);
        List<PostedIssue> found = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                found.add(new PostedIssue(result.getLong(1), Rows.issue(Row.read(result, 2, Table.OUTBOX))));
            }
        }
        return found;
    }

    /** Posts an issue over a connection of the host, within its transaction. */
    void post(Connection connection, Issue issue) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(post)) {
            Rows.of(issue).bind(statement, 1);
            statement.executeUpdate();
        }
    }

    int discard(Session session, List<PostedIssue> unwanted) throws SQLException {
        PreparedStatement statement = session.prepare(discard);
        int found = 0;
        for (PostedIssue issue : unwanted) {
            statement.setLong(1, issue.id());
            found += statement.executeUpdate();
        }
        return found;
    }

    private static int erase(Session session, String sql, AppId app) throws SQLException {
        PreparedStatement statement = session.prepare(sql);
        statement.setString(1, app.tenant());
        statement.setString(2, app.name());
        return statement.executeUpdate();
    }

    private static List<AppId> apps(PreparedStatement statement) throws SQLException {
        List<AppId> found = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                found.add(AppId.of(result.getString(1), result.getString(2)));
            }
        }
        return found;
    }
}
