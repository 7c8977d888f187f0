package dev.provisioning.notifications.jdbc;

import java.sql.SQLException;

/** What a failure of SQLite means, by its primary result code. */
enum SqliteFault {
    BUSY(5, "another program has locked the file"),
    LOCKED(6, "another connection has locked a table"),
    READ_ONLY(8, "the file cannot be written"),
    IO(10, "the disk fails"),
    CORRUPT(11, "the file is damaged"),
    FULL(13, "the disk is full"),
    CANNOT_OPEN(14, "the file cannot be opened"),
    NOT_A_DATABASE(26, "the file is damaged, or no store"),
    OTHER(-1, "the database fails");

    private final int code;
    private final String meaning;

    SqliteFault(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    static SqliteFault of(SQLException e) {
        int primary = e.getErrorCode() & 0xff;
        for (SqliteFault fault : values()) {
            if (fault.code == primary) {
                return fault;
            }
        }
        return OTHER;
    }

    String meaning() {
        return meaning;
    }

    boolean leavesConnectionUsable() {
        return this == BUSY || this == LOCKED || this == FULL;
    }
}
