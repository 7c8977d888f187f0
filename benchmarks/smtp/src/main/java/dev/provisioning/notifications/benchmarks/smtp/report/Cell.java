package dev.provisioning.notifications.benchmarks.smtp.report;

import dev.provisioning.notifications.benchmarks.smtp.mail.Size;
import java.util.List;
import java.util.stream.Stream;

/**
 * Circumstances under which everybody is measured.
 *
 * @param tls whether by TLS
 * @param sessions over how many sessions at once
 * @param size how big the mails are
 * @param distant whether the sink is behind a slow link
 */
public record Cell(boolean tls, int sessions, Size size, boolean distant) {
    /** Small mails over one, some and many sessions. */
    public static final List<Cell> SMALL_MAILS =
            both(tls -> Stream.of(1, 4, 16).map(sessions -> new Cell(tls, sessions, Size.SMALL, false)));

    /** Bigger mails over one session. */
    public static final List<Cell> BIGGER_MAILS =
            both(tls -> Stream.of(Size.MEDIUM, Size.LARGE).map(size -> new Cell(tls, 1, size, false)));

    /** Small mails over one session to a distant server. */
    public static final List<Cell> DISTANT = both(tls -> Stream.of(new Cell(tls, 1, Size.SMALL, true)));

    private interface Row {
        Stream<Cell> cells(boolean tls);
    }

    private static List<Cell> both(Row row) {
        return Stream.concat(row.cells(false), row.cells(true)).toList();
    }

    String protection() {
        return tls ? "TLS" : "plain";
    }
}
