package dev.provisioning.notifications.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes changes in PostgreSQL: each by one statement that commits itself, or several by one batch for each shape that they
 * have, which is one way to the database and back, and one wait for its disk. A batch does not wait for others: a ledger
 * that another transaction is changing is left out.
 */
final class SharedWriter {
    private final Names names;
    private final Map<Shape, String> statements = new ConcurrentHashMap<>();

    /** What a change is made of, and so its statement. */
    private record Shape(boolean first, boolean mail, boolean issues, boolean batch) {
        static Shape of(Change change, boolean batch) {
            return new Shape(
                    change.isFirst(), change.mail() != null, !change.taken().isEmpty(), batch);
        }
    }

    SharedWriter(Names names) {
        this.names = names;
    }

    /** Makes a change; returns whether the ledger was of the revision that it expects. */
    boolean make(Session session, Change change) throws SQLException {
        PreparedStatement statement = prepare(session, Shape.of(change, false));
        bind(statement, change, false);
        return statement.executeUpdate() > 0;
    }

    /** Makes changes of different applications; returns those that were made. Of the others it is not known why not. */
    List<Change> makeAll(Session session, List<Change> changes) throws SQLException {
        List<Change> made = new ArrayList<>();
        Map<Shape, List<Change>> byShape =
                changes.stream().collect(Collectors.groupingBy(change -> Shape.of(change, true)));
        for (Map.Entry<Shape, List<Change>> alike : byShape.entrySet()) {
            List<Change> batch = alike.getValue();
            int[] counts = execute(prepare(session, alike.getKey()), batch);
            IntStream.range(0, counts.length)
                    .filter(i -> counts[i] > 0)
                    .mapToObj(batch::get)
                    .forEach(made::add);
        }
        return made;
    }

    /** A batch of one would be planned anew each time: its driver takes it for a statement that does not come again. */
    private static int[] execute(PreparedStatement statement, List<Change> batch) throws SQLException {
        if (batch.size() == 1) {
            bind(statement, batch.get(0), true);
            return new int[] {statement.executeUpdate()};
        }
        for (Change change : batch) {
            bind(statement, change, true);
            statement.addBatch();
        }
        return statement.executeBatch();
    }

    private PreparedStatement prepare(Session session, Shape shape) throws SQLException {
        return session.prepare(statements.computeIfAbsent(shape, this::statement));
    }

    /** In the order of the parts of {@link #statement}. */
    private static void bind(PreparedStatement statement, Change change, boolean batch) throws SQLException {
        int next = 1;
        String ids = change.taken().toString().replace('[', '{').replace(']', '}');
        boolean issues = !change.taken().isEmpty();
        if (issues) {
            statement.setString(next++, ids);
        }
        next = change.ledger().bind(statement, next);
        if (!change.isFirst()) {
            next = bindApp(statement, next, change);
            statement.setLong(next++, change.expected());
            next = batch ? bindApp(statement, next, change) : next;
        }
        if (issues) {
            statement.setLong(next++, change.taken().size());
        }
        Row mail = change.mail();
        if (mail != null) {
            statement.setLong(next++, change.forgetBefore());
            next = mail.bind(statement, next);
        }
        if (issues) {
            statement.setString(next, ids);
        }
    }

    private static int bindApp(PreparedStatement statement, int first, Change change) throws SQLException {
        statement.setString(first, change.app().tenant());
        statement.setString(first + 1, change.app().name());
        return first + 2;
    }

    private String statement(Shape shape) {
        String replace = shape.first ? insert(shape) : update(shape);
        if (!shape.mail && !shape.issues) {
            return replace;
        }
        String replaced = "replaced as (" + replace + " returning 1)";
        String forgotten = "forgotten as (" + Queries.forget(names) + " and exists (select 1 from replaced))";
        if (!shape.issues) {
            return "with " + replaced + ", " + forgotten + " " + sent();
        }
        String these = names.of(Table.OUTBOX) + " where id = any (?::text::bigint[])";
        return "with waiting as (select id from " + these + " for update), " + replaced
                + (shape.mail ? ", " + forgotten + ", sent as (" + sent() + ")" : "")
                + " delete from " + these + " and exists (select 1 from replaced)";
    }

    private String insert(Shape shape) {
        return "insert into " + names.of(Table.LEDGER) + " (" + Table.LEDGER.list("") + ") select "
                + Table.LEDGER.typedParameters() + (shape.issues ? " where " + allWait() : "")
                + " on conflict do nothing";
    }

    private String update(Shape shape) {
        String ledgers = names.of(Table.LEDGER);
        String these = " where tenant = ? and name = ?";
        return "update " + ledgers + " set " + Table.LEDGER.assignments() + these + " and revision = ?"
                + (shape.batch ? " and exists (select 1 from " + ledgers + these + " for update skip locked)" : "")
                + (shape.issues ? " and " + allWait() : "");
    }

    private static String allWait() {
        return "(select count(*) from waiting) = ?";
    }

    private String sent() {
        return "insert into " + names.of(Table.MAIL) + " (" + Table.MAIL.list("") + ") select "
                + Table.MAIL.typedParameters() + " from replaced on conflict (" + Table.MAIL_KEY + ") do update set "
                + Table.MAIL.excluded();
    }
}
