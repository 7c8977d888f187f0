package dev.provisioning.notifications.example.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/** Reads fields that may be missing, null, empty, or filled with what Microsoft Graph writes when there is nothing. */
final class Fields {
    private static final Instant LONG_AGO = Instant.parse("0002-01-01T00:00:00Z");

    private Fields() {}

    /**
     * Reads a text.
     *
     * @param object where to begin
     * @param path the names of the fields, one below the other
     * @return the text there; nothing if it is missing, null or blank
     */
    static Optional<String> text(JsonNode object, String... path) {
        JsonNode field = object;
        for (String name : path) {
            field = field.path(name);
        }
        return Optional.of(field.asText("")).filter(text -> !text.isBlank() && !text.equals("null"));
    }

    /**
     * Reads an instant.
     *
     * @param object where to begin
     * @param path the names of the fields, one below the other
     * @return the instant there; nothing if it is missing, empty, not an instant, or the first day of all
     */
    static Optional<Instant> instant(JsonNode object, String... path) {
        return text(object, path).flatMap(Fields::instant).filter(LONG_AGO::isBefore);
    }

    /** {@return an identifier in the one spelling in which Microsoft Graph has two} */
    static String plain(String id) {
        return id.replace("-", "").toLowerCase(Locale.ROOT);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
