package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.Severity;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** How many of many applications are due. */
enum Morning {
    FEW_ARE_DUE("case when i % 100 = 0 then i end"),
    ALL_ARE_DUE_AT_ONE_INSTANT(Long.toString(Turn.of(Severity.CRITICAL, Samples.NOON.minusSeconds(1)))),
    ALL_WILL_BE_DUE_AT_ONE_INSTANT(Long.toString(Turn.of(Severity.CRITICAL, Samples.NOON.plusSeconds(1)))),
    ALL_ARE_DUE_IN_EVERY_URGENCY("(i % 4) * " + Turn.of(Severity.CRITICAL, Instant.EPOCH) + " + i");

    /** A ledger each, and a mail each. */
    private static final String[] MANY = {
        "insert into $ledger (tenant, name, revision, slot, phase, turn, attempts, stumbles, entries, checksum)"
                + " select 'contoso', 'app ' || i, 1, 1, 'IDLE', @, 0, 0, '', 0 from #",
        "insert into $mail select 'contoso', 'app ' || i, 1, i, 'mail', 0 from #"
    };

    private final String turn;

    Morning(String turn) {
        this.turn = turn;
    }

    /** Fills empty tables. */
    void load(Statement statement, Dialect dialect, String prefix, int applications) throws SQLException {
        String numbers = dialect == Dialect.POSTGRESQL
                ? "generate_series(1, " + applications + ") i"
                : "(with recursive n(i) as (select 1 union all select i + 1 from n where i < " + applications
                        + ") select i from n)";
        for (String command : MANY) {
            statement.executeUpdate(
                    command.replace("$", prefix).replace("#", numbers).replace("@", turn));
        }
        statement.execute("analyze");
    }
}
