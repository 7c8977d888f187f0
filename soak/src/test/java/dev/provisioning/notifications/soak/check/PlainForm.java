package dev.provisioning.notifications.soak.check;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The mail that is sent in place of the listing once composing was broken off again and again. It names twenty issues, and
 * counts the rest. */
final class PlainForm {
    private static final Pattern HEAD = Pattern.compile("Account provisioning to (\\S+) has ");
    private static final Pattern ITEM = Pattern.compile(
            "\\d+\\. Problem (\\S+) .*?, reported (once|(\\d+) times)[,.](.*?)(?=\\d+\\. Problem |And \\d+ more|The next mail about|$)");
    private static final Pattern MORE = Pattern.compile("And (\\d+) more that are not listed");

    private PlainForm() {}

    static boolean isOne(String text) {
        return HEAD.matcher(text).find();
    }

    /** Reads it, whose slot stands in its id alone. */
    static ReadMail read(String id, String text) {
        String unbroken = text.replaceAll("\\s+", " ");
        String app = HEAD.matcher(unbroken).results().findFirst().orElseThrow().group(1);
        List<Told> issues =
                ITEM.matcher(unbroken).results().map(PlainForm::told).toList();
        long more = MORE.matcher(unbroken)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        return new ReadMail(id, app, Long.parseLong(id.substring(id.lastIndexOf('.') + 1)), issues, more);
    }

    private static Told told(MatchResult item) {
        long count = item.group(3) == null ? 1 : Long.parseLong(item.group(3));
        return new Told(item.group(1), count, item.group(4).contains("A mail that may have arrived has named it"));
    }
}
