package dev.provisioning.notifications.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of one row, in the order of its table's columns, each a text, a number, or null; the last column, which is
 * not among them, is their checksum.
 */
final class Row {
    private final @Nullable Object[] values;

    private Row(@Nullable Object... values) {
        this.values = values;
    }

    static Row of(@Nullable Object... values) {
        return new Row(values);
    }

    /**
     * Reads a row of a result.
     *
     * @param first the number of its first column in the result
     * @param columns its columns, as many as it has, without the checksum
     * @throws DamagedException if the checksum tells that it is not what was written
     */
    static Row read(ResultSet result, int first, List<Column> columns) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).read(result, first + i);
        }
        if (result.getLong(first + values.length) != Checksum.of(values)) {
            throw new DamagedException("a row is not what was written: its checksum differs");
        }
        return new Row(values);
    }

    /** Sets parameters to the values and their checksum; returns the number of the parameter after them. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int next = first;
        for (Object value : values) {
            bind(statement, next++, value);
        }
        statement.setLong(next++, Checksum.of(values));
        return next;
    }

    private static void bind(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException {
        if (value instanceof String text) {
            statement.setString(parameter, text);
        } else if (value instanceof Long number) {
            statement.setLong(parameter, number);
        } else {
            statement.setNull(parameter, Types.NULL);
        }
    }

    Object value(int column) {
        Object value = values[column];
        if (value == null) {
            throw new DamagedException("column " + column + " of a row is empty");
        }
        return value;
    }

    String text(int column) {
        return (String) value(column);
    }

    @Nullable
    String textOrNull(int column) {
        return (String) values[column];
    }

    long number(int column) {
        return (Long) value(column);
    }

    int integer(int column) {
        return (int) number(column);
    }

    @Nullable
    Instant instantOrNull(int column) {
        return values[column] == null ? null : instant(column);
    }

    Instant instant(int column) {
        return Micros.instant(number(column));
    }

    /** What a column of a table holds. */
    record Column(String name, Type type) {
        @Nullable
        Object read(ResultSet result, int number) throws SQLException {
            if (type == Type.TEXT) {
                return result.getString(number);
            }
            long value = result.getLong(number);
            return result.wasNull() ? null : value;
        }
    }

    /** The types of columns. */
    enum Type {
        TEXT,
        NUMBER
    }
}
