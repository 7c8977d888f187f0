package dev.provisioning.notifications.example.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes out of a text who it is about: the names and ids of one object's identities, and every mail address. */
final class Discretion {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),;:]+@(?:[^\\s<>\"'(),;:]*[^\\s<>\"'(),;:.])?");
    private static final Pattern NOT_FOR_ISSUES = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");
    private static final int SHORTEST_NAME = 3;
    private static final String ELLIPSIS = "…";

    private final List<String> names = new ArrayList<>();

    /**
     * Learns the names to keep quiet about.
     *
     * @param object an entry of the provisioning log, or anything else without identities
     */
    Discretion(JsonNode object) {
        for (String identity : List.of("sourceIdentity", "targetIdentity")) {
            for (String field : List.of("displayName", "id")) {
                Fields.text(object, identity, field)
                        .filter(name -> name.length() >= SHORTEST_NAME)
                        .ifPresent(names::add);
            }
        }
        names.sort(Comparator.comparing(String::length).reversed());
    }

    /**
     * Makes a text fit for an issue.
     *
     * @param text any text
     * @param max how many characters it may have at most
     * @return the text without identities and control characters, cut if it is too long
     */
    String about(String text, int max) {
        String discreet = ADDRESS.matcher(text).replaceAll(ELLIPSIS);
        for (String name : names) {
            discreet = discreet.replace(name, ELLIPSIS);
        }
        String lines = discreet.lines()
                .map(line -> NOT_FOR_ISSUES.matcher(line).replaceAll(" ").strip())
                .collect(Collectors.joining("\n"));
        return lines.length() <= max ? lines : cut(lines, max - 1) + ELLIPSIS;
    }

    private static String cut(String text, int end) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
