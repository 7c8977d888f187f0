package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Issue;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the server answered (RFC 5321 section 4.2, RFC 3463). Its words are read only where somebody wants to see them.
 *
 * @param code 200 to 599
 * @param lines as they came, each without its code
 */
record Reply(int code, List<String> lines) {
    /** How long a line may be; RFC 5321 section 4.5.3.1.5 says 512. */
    static final int MAX_LINE = 4096;

    /** How many lines an answer may have. */
    static final int MAX_LINES = 100;

    /** Of more than this nobody will see anything. */
    private static final int MAX_WORDS = 2000;

    private static final Pattern ENHANCED = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s+|$)");

    /** Begins where a word does, so that a long one without an @ is read once and not once for each of its letters. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![^\\s<>@:;,\"'(])([^\\s<>@:;,\"'(])[^\\s<>@:;,\"'(]*+@");

    /**
     * Reads an answer.
     *
     * @throws ProtocolException if what comes is none
     * @throws IOException if nothing comes
     */
    static Reply read(Wire wire) throws IOException {
        String line = wire.readLine(MAX_LINE);
        int code = code(line);
        if (!continues(line)) {
            return new Reply(code, List.of(words(line)));
        }
        List<String> lines = new ArrayList<>(List.of(words(line)));
        while (continues(line)) {
            line = wire.readLine(MAX_LINE);
            if (code(line) != code || lines.size() == MAX_LINES) {
                throw new ProtocolException("the server's answer of several lines makes no sense");
            }
            lines.add(words(line));
        }
        return new Reply(code, List.copyOf(lines));
    }

    private static int code(String line) throws ProtocolException {
        if (line.length() >= 3 && (line.length() == 3 || line.charAt(3) == ' ' || line.charAt(3) == '-')) {
            int code = digit(line, 0) * 100 + digit(line, 1) * 10 + digit(line, 2);
            if (code >= 200 && code <= 599) {
                return code;
            }
        }
        throw new ProtocolException("the server gave no proper answer");
    }

    /** A digit; what is none makes the code too large to be one. */
    private static int digit(String line, int at) {
        char c = line.charAt(at);
        return c >= '0' && c <= '9' ? c - '0' : 1000;
    }

    private static boolean continues(String line) {
        return line.length() > 3 && line.charAt(3) == '-';
    }

    private static String words(String line) {
        return line.length() > 4 ? line.substring(4) : "";
    }

    /** Words from outside as they may be logged: on one line, of addresses only first letter and domain. */
    static String safe(@Nullable String words) {
        if (words == null) {
            return Issue.oneLine(null);
        }
        String bounded = words.length() > MAX_WORDS ? words.substring(0, MAX_WORDS) : words;
        return Issue.oneLine(ADDRESS.matcher(bounded).replaceAll("$1***@"));
    }

    boolean isNegative() {
        return code >= 400;
    }

    boolean isPositive() {
        return code < 300;
    }

    /** {@return whether the server waits for more} */
    boolean isIntermediate() {
        return code >= 300 && code < 400;
    }

    /** {@return such as {@code 5.7.1}, if the words begin with one} */
    @Nullable
    String enhancedCode() {
        Matcher enhanced = ENHANCED.matcher(lines.get(0));
        return enhanced.lookingAt() ? enhanced.group(1) : null;
    }

    /** {@return the words on one line, without enhanced codes, addresses masked} */
    String text() {
        return safe(lines.stream().map(Reply::withoutEnhanced).collect(Collectors.joining(" ")));
    }

    private static String withoutEnhanced(String words) {
        Matcher enhanced = ENHANCED.matcher(words);
        return enhanced.lookingAt() ? words.substring(enhanced.end()) : words;
    }

    /** {@return code and words on one line, addresses masked} */
    @Override
    public String toString() {
        return code + " " + safe(String.join(" | ", lines));
    }
}
