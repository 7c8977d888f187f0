package dev.provisioning.notifications.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes changes in PostgreSQL by one call of a function that came with the tables, to which the rows of each table are
 * given as an array: one way to the database and back, whatever a change is made of.
 */
final class SharedWriter {
    private final String sql;

    SharedWriter(Names names) {
        sql = "select " + names.function("replace") + "(" + arrayOf(names, Table.LEDGER) + ", "
                + arrayOf(names, Table.ENTRY) + ", " + arrayOf(names, Table.ENTRY) + ", " + arrayOf(names, Table.MAIL)
                + ", ?, ?::text::bigint[], ?)";
    }

    /**
     * Makes changes of different applications, in the order of their names.
     *
     * @param patient whether to wait for other transactions that are changing the same ledgers; if not, such are left out
     * @return the places in the list of those that were made, counted from 1
     */
    Set<Integer> make(Session session, List<Change> changes, boolean patient) throws SQLException {
        PreparedStatement statement = session.prepare(sql);
        statement.setString(1, array(changes, change -> Stream.of(change.ledger())));
        statement.setString(2, array(changes, change -> change.changed().stream()));
        statement.setString(3, array(changes, change -> change.gone().stream()));
        statement.setString(4, array(changes, change -> Stream.ofNullable(change.mail())));
        statement.setLong(
                5, changes.stream().mapToLong(Change::forgetBefore).max().orElse(Long.MIN_VALUE));
        statement.setString(
                6,
                changes.stream()
                        .flatMap(change -> change.taken().stream())
                        .map(String::valueOf)
                        .collect(Collectors.joining(",", "{", "}")));
        statement.setBoolean(7, patient);
        Set<Integer> made = new HashSet<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                made.add(result.getInt(1));
            }
        }
        return made;
    }

    private static String arrayOf(Names names, Table table) {
        return "?::text::" + names.of(table) + "[]";
    }

    /** Rows as PostgreSQL writes an array of them. */
    private static String array(List<Change> changes, Function<Change, Stream<Row>> rows) {
        return changes.stream()
                .flatMap(rows)
                .map(row -> '"' + row.toComposite().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
