package dev.provisioning.notifications.simulation.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a mail says: a list that was written for this, or the plain words that take its place when composing has failed again and
 * again.
 *
 * @param items what it names, by key
 * @param counted how many reports of each kind it only counts
 * @param unnamed of which kinds it has issues that it does not name
 * @param resolved what it says is over
 */
public record Listing(Map<String, Item> items, Map<String, Long> counted, Set<String> unnamed, Set<String> resolved) {
    private static final Pattern PLAIN_ITEM = Pattern.compile(
            "\\d+\\. Problem (k\\d+) .*?, reported (?:once|(\\d+) times)[,.](.*?)(?=\\d+\\. Problem k|And \\d+ more that|"
                    + "More reports, which|Resolved since|The next mail about)");
    private static final Pattern PLAIN_UNNAMED =
            Pattern.compile("And \\d+ more that are not listed here:(.*?)(?=More reports, which|"
                    + "Resolved since|The next mail about)");
    private static final Pattern PLAIN_COUNTED =
            Pattern.compile("More reports, which could only be counted:(.*?)(?=Resolved since|The next mail about)");
    private static final Pattern PLAIN_TALLY = Pattern.compile("- ([A-Z][a-z]+): (\\d+)");

    /**
     * An issue that is named.
     *
     * @param count how often it was reported
     * @param perhapsTold whether it says that another mail may have told it
     */
    public record Item(long count, boolean perhapsTold) {}

    /** Reads a mail. */
    public static Listing of(String text) {
        Listing read = new Listing(new LinkedHashMap<>(), new LinkedHashMap<>(), new TreeSet<>(), new TreeSet<>());
        if (text.startsWith("Account provisioning")) {
            read.readPlain(text.replaceAll("\\s+", " "));
        } else {
            text.lines().forEach(line -> read.read(line.split(" ")));
        }
        return read;
    }

    /** Whether it tells of an issue: by its name, or by counting it. */
    boolean tells(String key, String kind) {
        return items.containsKey(key) || counted.containsKey(kind) || unnamed.contains(kind);
    }

    private void read(String[] words) {
        switch (words[0]) {
            case "issue" -> items.put(words[1], new Item(Long.parseLong(words[2]), words[3].equals("perhaps")));
            case "counted" -> counted.put(words[1], Long.parseLong(words[2]));
            case "resolved" -> resolved.add(words[1]);
            default -> throw new IllegalArgumentException("not a line of a listing: " + String.join(" ", words));
        }
    }

    private void readPlain(String words) {
        PLAIN_ITEM.matcher(words).results().forEach(this::readPlainItem);
        PLAIN_UNNAMED
                .matcher(words)
                .results()
                .forEach(found -> tallies(found).forEach((kind, count) -> unnamed.add(kind)));
        PLAIN_COUNTED.matcher(words).results().forEach(found -> counted.putAll(tallies(found)));
    }

    private void readPlainItem(MatchResult item) {
        long count = item.group(2) == null ? 1 : Long.parseLong(item.group(2));
        items.put(item.group(1), new Item(count, item.group(3).contains("A mail that may have arrived")));
    }

    private static Map<String, Long> tallies(MatchResult found) {
        Map<String, Long> tallies = new LinkedHashMap<>();
        PLAIN_TALLY
                .matcher(found.group(1))
                .results()
                .forEach(tally -> tallies.put(lowerCase(tally.group(1)), Long.parseLong(tally.group(2))));
        return tallies;
    }

    private static String lowerCase(String kind) {
        return Character.toLowerCase(kind.charAt(0)) + kind.substring(1);
    }
}
