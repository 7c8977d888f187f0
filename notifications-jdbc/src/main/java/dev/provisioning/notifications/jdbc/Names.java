package dev.provisioning.notifications.jdbc;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the tables are called.
 *
 * @param schema the schema they are in; null for the first of the search path
 * @param prefix what all their names begin with
 */
record Names(@Nullable String schema, String prefix) {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    Names {
        if (schema != null && !IDENTIFIER.matcher(schema).matches()) {
            throw new IllegalArgumentException("store.schema " + complaint(schema));
        }
        if (!IDENTIFIER.matcher(prefix).matches()) {
            throw new IllegalArgumentException("store.tablePrefix " + complaint(prefix));
        }
    }

    /** A table's name, as it stands in statements. */
    String of(Table table) {
        return named(table.name().toLowerCase(Locale.ROOT));
    }

    /** The name of the table that says which scripts were applied. */
    String version() {
        return named("version");
    }

    /** The same, as catalogues have it. */
    String versionWithinSchema() {
        return prefix + "version";
    }

    private String named(String name) {
        return qualifier() + prefix + name;
    }

    /** A script with these names filled in. */
    String fill(String script) {
        return script.replace("${schema}", qualifier()).replace("${prefix}", prefix);
    }

    private String qualifier() {
        return schema == null ? "" : "\"" + schema + "\".";
    }

    private static String complaint(String name) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return "is not 1 to 40 lower-case letters, digits and underscores beginning with a letter: \""
                + shown.replaceAll("\\p{Cntrl}", "?") + "\"";
    }
}
