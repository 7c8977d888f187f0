package dev.provisioning.notifications.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Makes a change in SQLite, by a short statement for each of its parts: they cost no way over a network. */
final class FileWriter {
    private final String insert;
    private final String update;
    private final String sent;
    private final String forget;

    FileWriter(Names names) {
        String ledgers = names.of(Table.LEDGER);
        insert = "insert into " + ledgers + " (" + Table.LEDGER.list("") + ") values (" + Table.LEDGER.parameters()
                + ") on conflict do nothing";
        update = "update " + ledgers + " set " + Table.LEDGER.assignments()
                + " where tenant = ? and name = ? and revision = ?";
        sent = "insert into " + names.of(Table.MAIL) + " (" + Table.MAIL.list("") + ") values ("
                + Table.MAIL.parameters() + ") on conflict (" + Table.MAIL_KEY + ") do update set "
                + Table.MAIL.excluded();
        forget = Queries.forget(names);
    }

    boolean make(Session session, Change change) throws SQLException {
        if (!replace(session, change)) {
            return false;
        }
        Row mail = change.mail();
        if (mail != null) {
            PreparedStatement inserting = session.prepare(sent);
            mail.bind(inserting, 1);
            inserting.executeUpdate();
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
