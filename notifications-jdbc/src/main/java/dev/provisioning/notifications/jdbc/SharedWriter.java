package dev.provisioning.notifications.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes a change in PostgreSQL by one statement, whose parts depend on its first: the ledger's row, if it is of the
 * expected revision. Only the parts that a change has are in its statement; there are few kinds of changes, so the database
 * has seen most statements before.
 */
final class SharedWriter {
    private final Names names;
    private final Map<Shape, String> statements = new ConcurrentHashMap<>();

    /** Which parts a change has. */
    private record Shape(boolean first, int changed, boolean gone, boolean mail, boolean taken) {
        static Shape of(Change change) {
            return new Shape(
                    change.isFirst(),
                    change.changed().size(),
                    !change.gone().isEmpty(),
                    change.mail() != null,
                    !change.taken().isEmpty());
        }
    }

    SharedWriter(Names names) {
        this.names = names;
    }

    boolean make(Session session, Change change) throws SQLException {
        PreparedStatement statement = session.prepare(statements.computeIfAbsent(Shape.of(change), this::statement));
        bind(statement, change);
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getInt(1) == 1;
        }
    }

    private void bind(PreparedStatement statement, Change change) throws SQLException {
        Object[] taken = change.taken().toArray();
        int next = change.ledger().bind(statement, 1);
        if (!change.isFirst()) {
            statement.setString(next++, change.app().tenant());
            statement.setString(next++, change.app().name());
            statement.setLong(next++, change.expected());
        }
        if (!change.taken().isEmpty()) {
            statement.setArray(next++, statement.getConnection().createArrayOf("bigint", taken));
            statement.setLong(next++, taken.length);
        }
        for (Row row : change.changed()) {
            next = row.bind(statement, next);
        }
        if (!change.gone().isEmpty()) {
            statement.setString(next++, change.app().tenant());
            statement.setString(next++, change.app().name());
            statement.setArray(
                    next++,
                    statement
                            .getConnection()
                            .createArrayOf("text", change.gone().toArray()));
        }
        Row mail = change.mail();
        if (mail != null) {
            next = mail.bind(statement, next);
            statement.setLong(next++, change.forgetBefore());
        }
        if (!change.taken().isEmpty()) {
            statement.setArray(next, statement.getConnection().createArrayOf("bigint", taken));
        }
    }

    private String statement(Shape shape) {
        StringBuilder sql = new StringBuilder("with replaced as (");
        sql.append(shape.first ? insert(shape) : update(shape)).append(" returning 1)");
        if (shape.changed > 0) {
            sql.append(", changed as (")
                    .append(upsert(Table.ENTRY, shape.changed))
                    .append(")");
        }
        if (shape.gone) {
            sql.append(", gone as (delete from ")
                    .append(names.of(Table.ENTRY))
                    .append(" where tenant = ? and name = ? and key = any (?) and exists (select 1 from replaced))");
        }
        if (shape.mail) {
            sql.append(", sent as (")
                    .append(upsert(Table.MAIL, 1))
                    .append("), forgotten as (")
                    .append(forget())
                    .append(")");
        }
        if (shape.taken) {
            sql.append(", taken as (delete from ")
                    .append(names.of(Table.OUTBOX))
                    .append(" where id = any (?) and exists (select 1 from replaced))");
        }
        return sql.append(" select count(*) from replaced").toString();
    }

    private String insert(Shape shape) {
        String into = "insert into " + names.of(Table.LEDGER) + " (" + Table.LEDGER.list("") + ") select "
                + Table.LEDGER.typedParameters();
        return into + (shape.taken ? " where " + allWait() : "") + " on conflict do nothing";
    }

    private String update(Shape shape) {
        return "update " + names.of(Table.LEDGER) + " set " + Table.LEDGER.assignments()
                + " where tenant = ? and name = ? and revision = ?"
                + (shape.taken ? " and " + allWait() : "");
    }

    /** Whether all posted issues that are to be taken out are still there. */
    private String allWait() {
        return "(select count(*) from " + names.of(Table.OUTBOX) + " where id = any (?)) = ?";
    }

    private String upsert(Table table, int rows) {
        String values = IntStream.range(0, rows)
                .mapToObj(row -> "(" + table.typedParameters() + ")")
                .collect(Collectors.joining(", "));
        return "insert into " + names.of(table) + " (" + table.list("") + ") select v.* from replaced, (values "
                + values + ") v on conflict (" + table.keyList() + ") do update set " + table.excluded();
    }

    private String forget() {
        String mails = names.of(Table.MAIL);
        return "delete from " + mails + " where (tenant, name, slot) in (select tenant, name, slot from " + mails
                + " where sent_at < ? order by sent_at limit " + JdbcNotificationStore.FORGET_AT_ONCE
                + ") and exists (select 1 from replaced)";
    }
}
