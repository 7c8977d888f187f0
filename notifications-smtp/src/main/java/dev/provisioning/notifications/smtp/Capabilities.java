package dev.provisioning.notifications.smtp;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a server offers, by its answer to EHLO (RFC 5321 section 4.1.1.1).
 *
 * @param parameters what stands behind each keyword; keywords in upper case
 */
record Capabilities(TreeMap<String, String> parameters) {
    /** What a server offers that knows HELO only. */
    static final Capabilities NONE = new Capabilities(new TreeMap<>());

    static Capabilities of(Reply reply) {
        TreeMap<String, String> parameters = new TreeMap<>();
        for (String line : reply.lines().subList(1, reply.lines().size())) {
            // Some still say AUTH=PLAIN, as a draft of RFC 2554 did.
            String[] words = line.strip().split("[ =]", 2);
            String more = words.length > 1 ? words[1].toUpperCase(Locale.ROOT).strip() : "";
            parameters.merge(words[0].toUpperCase(Locale.ROOT), more, (one, other) -> one + " " + other);
        }
        return new Capabilities(parameters);
    }

    boolean offers(String keyword) {
        return parameters.containsKey(keyword);
    }

    /** {@return whether one can sign in this way} */
    boolean offersAuth(String mechanism) {
        return Arrays.asList(parameters.getOrDefault("AUTH", "").split(" ")).contains(mechanism);
    }

    /** {@return each keyword with its parameters, as a server would say it, in alphabetical order} */
    Set<String> lines() {
        Set<String> lines = new TreeSet<>();
        parameters.forEach((keyword, more) -> lines.add((keyword + " " + more).strip()));
        return Collections.unmodifiableSet(lines);
    }
}
