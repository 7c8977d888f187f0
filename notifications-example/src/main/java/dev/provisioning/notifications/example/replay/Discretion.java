package dev.provisioning.notifications.example.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a text who it is about: the names and ids of one object's identities, and every mail address. */
final class Discretion {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'(),;:]+@[^\\s<>\"'(),;:]+[^\\s<>\"'(),;:.]");
    private static final int SHORTEST_NAME = 3;
    private static final String SOMEBODY = "…";

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

    String about(String text) {
        String discreet = ADDRESS.matcher(text).replaceAll(SOMEBODY);
        for (String name : names) {
            discreet = discreet.replace(name, SOMEBODY);
        }
        return discreet;
    }
}
