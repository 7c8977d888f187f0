package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.AppId;
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
 * Makes changes of several applications in PostgreSQL by one statement, to which the rows of each table are given as an
 * array. It waits for nobody: a ledger that another transaction is changing is left out, as is one of another revision.
 * Ledgers are locked in the order of their names, so that no two groups can each wait for the other.
 */
final class SharedGroupWriter {
    private final String sql;

    SharedGroupWriter(Names names) {
        String ledgers = names.of(Table.LEDGER);
        sql = "with given as materialized (select * from " + unnested(names, Table.LEDGER) + "),"
                + " free as (select l.tenant, l.name from " + ledgers + " l join given g"
                + " on l.tenant = g.tenant and l.name = g.name and l.revision = g.revision - 1"
                + " order by l.tenant, l.name for update of l skip locked),"
                + " updated as (update " + ledgers + " l set " + Table.LEDGER.assignmentsFrom("g")
                + " from given g join free f on f.tenant = g.tenant and f.name = g.name"
                + " where l.tenant = g.tenant and l.name = g.name and l.revision = g.revision - 1"
                + " returning l.tenant, l.name),"
                + " inserted as (insert into " + ledgers + " (" + Table.LEDGER.list("") + ") select "
                + Table.LEDGER.list("g.") + " from given g where g.revision = 1 order by g.tenant, g.name"
                + " on conflict do nothing returning tenant, name),"
                + " replaced as (select * from updated union all select * from inserted),"
                + " changed as (" + upsert(names, Table.ENTRY) + "),"
                + " sent as (" + upsert(names, Table.MAIL) + "),"
                + " gone as (delete from " + names.of(Table.ENTRY) + " e using "
                + unnested(names, Table.ENTRY) + " g, replaced r"
                + " where g.tenant = r.tenant and g.name = r.name"
                + " and e.tenant = g.tenant and e.name = g.name and e.key = g.key)"
                + " select tenant, name from replaced";
    }

    /** Makes changes of different applications, and tells of which; of the others it is not known why not. */
    Set<AppId> make(Session session, List<Change> changes) throws SQLException {
        PreparedStatement statement = session.prepare(sql);
        statement.setString(1, array(changes, change -> Stream.of(change.ledger())));
        statement.setString(2, array(changes, change -> change.changed().stream()));
        statement.setString(3, array(changes, change -> Stream.ofNullable(change.mail())));
        statement.setString(
                4, array(changes, change -> change.gone().stream().map(key -> Rows.keyOfEntry(change.app(), key))));
        Set<AppId> made = new HashSet<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                made.add(AppId.of(result.getString(1), result.getString(2)));
            }
        }
        return made;
    }

    private static String upsert(Names names, Table table) {
        return "insert into " + names.of(table) + " (" + table.list("") + ") select " + table.list("g.")
                + " from replaced r join " + unnested(names, table) + " g on g.tenant = r.tenant and g.name = r.name"
                + " on conflict (" + table.keyList() + ") do update set " + table.excluded();
    }

    private static String unnested(Names names, Table table) {
        return "unnest(?::text::" + names.of(table) + "[])";
    }

    /** Rows as PostgreSQL writes an array of them. */
    private static String array(List<Change> changes, Function<Change, Stream<Row>> rows) {
        return changes.stream()
                .flatMap(rows)
                .map(row -> '"' + row.toComposite().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
