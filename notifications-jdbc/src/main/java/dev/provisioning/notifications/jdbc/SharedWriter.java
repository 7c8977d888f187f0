package dev.provisioning.notifications.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes changes in PostgreSQL: each by one statement that commits itself, or several by one batch of them, which is one
 * way to the database and back, and one wait for its disk.
 *
 * <p>The statement inserts the ledger's row, or, where there is one, puts the new one in its place if that is of the
 * revision before. A batch does not wait for others: a ledger that another transaction is changing is left out.
 */
final class SharedWriter {
    private static final String SKIPPING = " for update skip locked";

    private final String ledger;
    private final String ledgerAndMail;
    private final String ledgerAndOutbox;
    private final String ledgerInBatch;
    private final String ledgerAndMailInBatch;

    SharedWriter(Names names) {
        ledger = replace(names, "", "");
        ledgerAndMail = withMail(names, ledger);
        ledgerAndOutbox = withOutbox(names);
        ledgerInBatch = replace(names, "", SKIPPING);
        ledgerAndMailInBatch = withMail(names, ledgerInBatch);
    }

    /** Makes a change; returns whether the ledger was of the revision that it expects. */
    boolean make(Session session, Change change) throws SQLException {
        if (!change.taken().isEmpty()) {
            PreparedStatement statement = session.prepare(ledgerAndOutbox);
            bindOutbox(statement, change);
            return statement.executeUpdate() > 0;
        }
        PreparedStatement statement = session.prepare(change.mail() == null ? ledger : ledgerAndMail);
        bind(statement, change);
        return statement.executeUpdate() > 0;
    }

    /** Makes changes of different applications; returns those that were made. Of the others it is not known why not. */
    List<Change> makeAll(Session session, List<Change> changes) throws SQLException {
        List<Change> made = new ArrayList<>();
        List<Change> plain =
                changes.stream().filter(change -> change.mail() == null).toList();
        List<Change> sent =
                changes.stream().filter(change -> change.mail() != null).toList();
        batch(session, ledgerInBatch, plain, made);
        batch(session, ledgerAndMailInBatch, sent, made);
        return made;
    }

    private static void batch(Session session, String sql, List<Change> changes, List<Change> made)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        PreparedStatement statement = session.prepare(sql);
        for (Change change : changes) {
            bind(statement, change);
            statement.addBatch();
        }
        int[] counts = statement.executeBatch();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                made.add(changes.get(i));
            }
        }
    }

    private static void bind(PreparedStatement statement, Change change) throws SQLException {
        int next = bindReplace(statement, change, change.ledger().bind(statement, 1));
        Row mail = change.mail();
        if (mail != null) {
            statement.setLong(next, change.forgetBefore());
            mail.bind(statement, next + 1);
        }
    }

    private static void bindOutbox(PreparedStatement statement, Change change) throws SQLException {
        String ids = change.taken().toString().replace('[', '{').replace(']', '}');
        statement.setString(1, ids);
        int next = change.ledger().bind(statement, 2);
        statement.setLong(next, change.taken().size());
        next = bindReplace(statement, change, next + 1);
        statement.setString(next, ids);
    }

    private static int bindReplace(PreparedStatement statement, Change change, int first) throws SQLException {
        statement.setLong(first, change.expected());
        statement.setString(first + 1, change.app().tenant());
        statement.setString(first + 2, change.app().name());
        statement.setLong(first + 3, change.expected());
        return first + 4;
    }

    private static String replace(Names names, String condition, String lock) {
        String ledgers = names.of(Table.LEDGER);
        return "insert into " + ledgers + " as l (" + Table.LEDGER.list("") + ") select "
                + Table.LEDGER.typedParameters() + " where " + condition + "(? = 0 or (select true from " + ledgers
                + " where tenant = ? and name = ? and revision = ?" + lock + "))"
                + " on conflict (" + Table.LEDGER_KEY + ") do update set " + Table.LEDGER.excluded()
                + " where l.revision = excluded.revision - 1";
    }

    private static String withMail(Names names, String replace) {
        return "with replaced as (" + replace + " returning 1), forgotten as (" + Queries.forget(names)
                + " and exists (select 1 from replaced)) insert into " + names.of(Table.MAIL) + " ("
                + Table.MAIL.list("") + ") select " + Table.MAIL.typedParameters() + " from replaced on conflict ("
                + Table.MAIL_KEY + ") do update set " + Table.MAIL.excluded();
    }

    private static String withOutbox(Names names) {
        String these = names.of(Table.OUTBOX) + " where id = any (?::text::bigint[])";
        return "with waiting as (select id from " + these + " for update), replaced as ("
                + replace(names, "(select count(*) from waiting) = ? and ", "") + " returning 1) delete from " + these
                + " and exists (select 1 from replaced)";
    }
}
