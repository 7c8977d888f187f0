package dev.provisioning.notifications.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Makes a change in SQLite, by one short statement for each row: they cost no way over a network. */
final class FileWriter {
    private final String insert;
    private final String update;
    private final String entry;
    private final String gone;
    private final String mail;
    private final String forget;

    FileWriter(Names names) {
        String ledgers = names.of(Table.LEDGER);
        String entries = names.of(Table.ENTRY);
        String mails = names.of(Table.MAIL);
        insert = "insert into " + ledgers + " (" + Table.LEDGER.list("") + ") values (" + Table.LEDGER.parameters()
                + ") on conflict do nothing";
        update = "update " + ledgers + " set " + Table.LEDGER.assignments()
                + " where tenant = ? and name = ? and revision = ?";
        entry = "insert into " + entries + " (" + Table.ENTRY.list("") + ") values (" + Table.ENTRY.parameters()
                + ") on conflict (" + Table.ENTRY.keyList() + ") do update set " + Table.ENTRY.excluded();
        gone = "delete from " + entries + " where tenant = ? and name = ? and key = ?";
        mail = "insert into " + mails + " (" + Table.MAIL.list("") + ") values (" + Table.MAIL.parameters()
                + ") on conflict (" + Table.MAIL.keyList() + ") do update set " + Table.MAIL.excluded();
        forget = "delete from " + mails + " where (tenant, name, slot) in (select tenant, name, slot from " + mails
                + " where sent_at < ? order by sent_at limit " + JdbcNotificationStore.FORGET_AT_ONCE + ")";
    }

    boolean make(Session session, Change change) throws SQLException {
        if (!replace(session, change)) {
            return false;
        }
        for (Row row : change.changed()) {
            PreparedStatement statement = session.prepare(entry);
            row.bind(statement, 1);
            statement.executeUpdate();
        }
        for (Row row : change.gone()) {
            PreparedStatement statement = session.prepare(gone);
            row.bindKey(statement);
            statement.executeUpdate();
        }
        if (change.mail() != null) {
            PreparedStatement statement = session.prepare(mail);
            change.mail().bind(statement, 1);
            statement.executeUpdate();
            PreparedStatement forgetting = session.prepare(forget);
            forgetting.setLong(1, change.forgetBefore());
            forgetting.executeUpdate();
        }
        return true;
    }

    private boolean replace(Session session, Change change) throws SQLException {
        PreparedStatement statement = session.prepare(change.isFirst() ? insert : update);
        int next = change.ledger().bind(statement, 1);
        if (!change.isFirst()) {
            statement.setString(next, change.app().tenant());
            statement.setString(next + 1, change.app().name());
            statement.setLong(next + 2, change.expected());
        }
        return statement.executeUpdate() == 1;
    }
}
