package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.spi.StoreException;
import java.sql.SQLException;

/** What a failure of PostgreSQL means, by its SQLSTATE (appendix A of its manual). */
enum PostgresFault {
    CONFLICT("40001|40P01", "another transaction was in the way"),
    LOCKED("55P03", "another transaction holds a lock"),
    TIMEOUT("57014", "it took too long"),
    ENDED("57P0[1-5]", "the database ends connections"),
    CONNECTION("08...", "the database cannot be reached"),
    SIGN_IN("28...|3D000", "the database refuses to be signed in to"),
    DISK_FULL("53100", "the disk of the database is full"),
    OVERLOADED("53...", "the database has no room for it"),
    READ_ONLY("25006", "the database takes no changes; is it a standby?"),
    NO_PRIVILEGE("42501", "the user of the database lacks a right"),
    NO_SCHEMA("3F000", "the schema is not there"),
    NO_TABLE("42P01", "the tables are not there"),
    OTHER(".*", "the database fails");

    private final String states;
    private final String meaning;

    PostgresFault(String states, String meaning) {
        this.states = states;
        this.meaning = meaning;
    }

    static PostgresFault of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.isEmpty() && e instanceof SharedConnections.NoConnectionException) {
            return CONNECTION; // as pools say that they have none
        }
        for (PostgresFault fault : values()) {
            if (state.matches(fault.states)) {
                return fault;
            }
        }
        return OTHER;
    }

    /** Whether the statement certainly has had no effect, and may have one when it is sent again. */
    boolean isRolledBack() {
        return this == CONFLICT;
    }

    /** Whether a statement that changes nothing may succeed when it is sent again, over another connection. */
    boolean isOverForAReader() {
        return this == CONFLICT || this == ENDED || this == CONNECTION;
    }

    StoreException exception(String what, SQLException e) {
        return new StoreException("cannot " + what + ", " + meaning, e);
    }
}
