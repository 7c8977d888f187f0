package dev.provisioning.notifications.jdbc;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables and their columns, as the scripts make them; the last column of each is the checksum of its row. */
enum Table {
    LEDGER(
            "tenant name revision slot phase turn used_at opens_at owner token handover attempts stumbles trouble"
                    + " last_mail entries",
            "revision slot turn used_at opens_at attempts stumbles"),
    MAIL("tenant name slot sent_at mail", "slot sent_at"),
    OUTBOX("tenant name issue", "");

    /** The columns that tell one mail from another. */
    static final String MAIL_KEY = "tenant, name, slot";

    @SuppressWarnings("ImmutableEnumChecker") // Stream.toList
    private final List<Row.Column> columns;

    Table(String names, String numbers) {
        List<String> numeric = List.of(numbers.split(" ", -1));
        this.columns = Stream.of(names.split(" ", -1))
                .map(name -> new Row.Column(name, numeric.contains(name) ? Row.Type.NUMBER : Row.Type.TEXT))
                .toList();
    }

    List<Row.Column> columns() {
        return columns;
    }

    /** How many columns a row has in a result, with its checksum. */
    int width() {
        return columns.size() + 1;
    }

    /** The columns and the checksum, each after {@code before}, between commas. */
    String list(String before) {
        return names().map(name -> before + name).collect(Collectors.joining(", "));
    }

    /** As many parameters as {@link #list}. */
    String parameters() {
        return names().map(name -> "?").collect(Collectors.joining(", "));
    }

    /** As many parameters, with their types, for where they cannot be told from what they are compared with. */
    String typedParameters() {
        return Stream.concat(columns.stream().map(Row.Column::type), Stream.of(Row.Type.NUMBER))
                .map(type -> type == Row.Type.TEXT ? "?::text" : "?::bigint")
                .collect(Collectors.joining(", "));
    }

    /** Assignments of what would have been inserted to all columns; those of the key are the same anyway. */
    String excluded() {
        return names().map(name -> name + " = excluded." + name).collect(Collectors.joining(", "));
    }

    /** Assignments of parameters to all columns. */
    String assignments() {
        return names().map(name -> name + " = ?").collect(Collectors.joining(", "));
    }

    private Stream<String> names() {
        return Stream.concat(columns.stream().map(Row.Column::name), Stream.of("checksum"));
    }
}
