package dev.provisioning.notifications.jdbc;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables and their columns, as the scripts make them; the last column of each is the checksum of its row. */
enum Table {
    LEDGER(
            "tenant name revision slot phase due_at used_at opens_at owner token handover attempts stumbles trouble"
                    + " last_mail entries",
            "revision slot due_at used_at opens_at attempts stumbles entries"),
    ENTRY(
            "tenant name key status severity first_seen last_seen held_at count told born version in_doubt"
                    + " resolved_at issue",
            "first_seen last_seen held_at count told born version in_doubt resolved_at"),
    MAIL("tenant name slot sent_at mail", "slot sent_at"),
    OUTBOX("tenant name issue", "");

    /** The key of entries and mails is their first columns. */
    static final int KEY = 3;

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

    /** The columns of the key. */
    String keyList() {
        return names().limit(KEY).collect(Collectors.joining(", "));
    }

    /** Assignments of what would have been inserted, to all columns but those of the key. */
    String excluded() {
        return names().skip(KEY).map(name -> name + " = excluded." + name).collect(Collectors.joining(", "));
    }

    /** Assignments of parameters to all columns. */
    String assignments() {
        return names().map(name -> name + " = ?").collect(Collectors.joining(", "));
    }

    private Stream<String> names() {
        return Stream.concat(columns.stream().map(Row.Column::name), Stream.of("checksum"));
    }
}
