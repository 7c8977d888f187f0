package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Issue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the server answered (RFC 5321 section 4.2, RFC 3463).
 *
 * @param code 200 to 599
 * @param enhancedCode such as {@code 5.7.1}, if it begins with one
 * @param text the words, on one line, addresses masked
 */
record Reply(int code, @Nullable String enhancedCode, String text) {
    private static final Pattern ENHANCED = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s+|$)");
    private static final Pattern ADDRESS = Pattern.compile("([^\\s<>@:;,\"'(])[^\\s<>@:;,\"'(]*@");

    /** Reads the lines of an answer; null if it is none. */
    static @Nullable Reply parse(int code, String lines) {
        if (code < 200 || code > 599) {
            return null;
        }
        String first = lines.lines().findFirst().map(Reply::words).orElse("");
        Matcher enhanced = ENHANCED.matcher(first);
        String text = lines.lines().map(line -> withoutEnhanced(words(line))).collect(Collectors.joining(" "));
        return new Reply(code, enhanced.lookingAt() ? enhanced.group(1) : null, safe(text));
    }

    /** Words from outside as they may be logged: on one line, of addresses only first letter and domain. */
    static String safe(@Nullable String words) {
        return Issue.oneLine(words == null ? null : ADDRESS.matcher(words).replaceAll("$1***@"));
    }

    private static String withoutEnhanced(String words) {
        Matcher enhanced = ENHANCED.matcher(words);
        return enhanced.lookingAt() ? words.substring(enhanced.end()) : words;
    }

    private static String words(String line) {
        return line.length() > 4 ? line.substring(4) : "";
    }

    boolean isNegative() {
        return code >= 400;
    }

    boolean isPositive() {
        return code < 300;
    }
}
