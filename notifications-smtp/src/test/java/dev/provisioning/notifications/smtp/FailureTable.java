package dev.provisioning.notifications.smtp;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What each failure means: what is expected, spelt out. A dash where there is no such failure. */
final class FailureTable {
    static final String NONE = "–";

    private static final String TABLE = """
            at                  | time-out | close    | reset    | drip     | long line | long reply | garbage  | 4yz      | 5yz       | 421
            connect             | retry    | –        | retry    | –        | –         | –          | –        | –        | –         | –
            greeting            | retry    | retry    | retry    | retry    | retry     | retry      | retry    | retry    | config    | retry
            EHLO                | retry    | retry    | retry    | retry    | retry     | retry      | retry    | retry    | config    | retry
            STARTTLS            | retry    | retry    | retry    | retry    | retry     | retry      | retry    | retry    | config    | retry
            TLS handshake       | retry    | retry    | retry    | retry    | config    | config     | config   | –        | –         | –
            EHLO within TLS     | retry    | retry    | retry    | retry    | retry     | retry      | retry    | retry    | config    | retry
            AUTH                | retry    | retry    | retry    | retry    | retry     | retry      | retry    | retry    | config    | retry
            MAIL                | retry    | retry    | retry    | retry    | retry     | retry      | retry    | retry    | permanent | retry
            RCPT                | retry    | retry    | retry    | retry    | retry     | retry      | retry    | retry    | permanent | retry
            DATA                | retry    | retry    | retry    | retry    | retry     | retry      | retry    | retry    | permanent | retry
            content             | retry    | retry    | retry    | –        | –         | –          | –        | –        | –         | retry
            after the final dot | in doubt | in doubt | in doubt | in doubt | in doubt  | in doubt   | in doubt | retry    | permanent | retry
            QUIT                | accepted | accepted | accepted | accepted | accepted  | accepted   | accepted | accepted | accepted  | accepted
            """;

    private static final Map<Moment, Map<Failing, String>> MEANINGS = parse();

    private FailureTable() {}

    /** What this failure means; a dash if there is none. */
    static String meaning(Moment moment, Failing failing) {
        return MEANINGS.getOrDefault(moment, Map.of()).getOrDefault(failing, NONE);
    }

    private static Map<Moment, Map<Failing, String>> parse() {
        List<String> lines = TABLE.lines().toList();
        List<String> titles = cells(lines.get(0));
        Map<Moment, Map<Failing, String>> table = new EnumMap<>(Moment.class);
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<Failing, String> row = new EnumMap<>(Failing.class);
            for (int i = 1; i < titles.size(); i++) {
                row.put(Failing.titled(titles.get(i)), cells.get(i));
            }
            table.put(Moment.titled(cells.get(0)), row);
        }
        return table;
    }

    private static List<String> cells(String line) {
        return List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
    }
}
