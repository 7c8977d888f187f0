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
    private final Table table;
    private final @Nullable Object[] values;
    private final long checksum;

    private Row(Table table, long checksum, @Nullable Object... values) {
        this.table = table;
        this.checksum = checksum;
        this.values = values;
    }

    static Row of(Table table, @Nullable Object... values) {
        return new Row(table, Checksum.of(values), values);
    }

    /**
     * Reads a row of a result.
     *
     * @param first the number of its first column in the result
     * @throws DamagedException if the checksum tells that it is not what was written
     */
    static Row read(ResultSet result, int first, Table table) throws SQLException {
        List<Column> columns = table.columns();
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).read(result, first + i);
        }
        Row row = of(table, values);
        if (result.getLong(first + values.length) != row.checksum) {
            throw new DamagedException("a row is not what was written: its checksum differs");
        }
        return row;
    }

    /** Sets parameters to the values and their checksum; returns the number of the parameter after them. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            table.columns().get(i).bind(statement, first + i, values[i]);
        }
        statement.setLong(first + values.length, checksum);
        return first + table.width();
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
    Long numberOrNull(int column) {
        return (Long) values[column];
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

        /** Sets a parameter; null has the type of the column too, so that a statement is always the same to the database. */
        void bind(PreparedStatement statement, int parameter, @Nullable Object value) throws SQLException {
            if (value instanceof String text) {
                statement.setString(parameter, text);
            } else if (value instanceof Long number) {
                statement.setLong(parameter, number);
            } else {
                statement.setNull(parameter, type == Type.TEXT ? Types.VARCHAR : Types.BIGINT);
            }
        }
    }

    /** The types of columns. */
    enum Type {
        TEXT,
        NUMBER
    }
}
