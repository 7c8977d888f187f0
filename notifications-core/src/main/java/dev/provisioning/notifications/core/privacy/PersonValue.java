package dev.provisioning.notifications.core.privacy;

import dev.provisioning.notifications.core.privacy.Assignments.Assignment;
import dev.provisioning.notifications.core.privacy.Assignments.Kind;
import java.util.Set;

/** Where the name of a person ends, which unlike a secret may have spaces without being quoted. */
final class PersonValue {
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 4;
    private static final Set<String> PARTICLES = Set.of(
            "van", "der", "den", "de", "ten", "ter", "von", "zu", "zum", "la", "le", "du", "del", "di", "da", "dos",
            "al", "bin", "ibn", "af", "av", "y", "e");

    private PersonValue() {}

    static Value at(String text, Assignment assignment) {
        int from = assignment.valueFrom();
        if (assignment.kind() == Kind.ELEMENT) {
            return Value.ofElement(text, from);
        }
        Value value = Value.at(text, from);
        if (value.quoted() || value.isEmpty()) {
            return value;
        }
        int distinguished = assignment.kind() == Kind.EQUALS ? endOfPart(text, from) : -1;
        if (distinguished > from) {
            return new Value(from, distinguished, distinguished, false);
        }
        return Names.ofPhone(assignment.name()) && isNumber(text, value.from())
                ? wholeNumber(text, value)
                : withMoreNames(text, value);
    }

    /** Where a part of a distinguished name ends (RFC 4514); -1 if no other part follows. */
    private static int endOfPart(String text, int from) {
        for (int i = from; i < Math.min(text.length(), from + LONGEST); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == ')') {
                return i;
            } else if (c == ',' || c == '+') {
                return isAttribute(text, i + 1) ? i : -1;
            } else if (c == '\n' || "\"<>=;&".indexOf(c) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isAttribute(String text, int from) {
        int start = from;
        while (start < text.length() && start - from < 3 && text.charAt(start) == ' ') {
            start++;
        }
        int end = start;
        while (end < text.length() && end - start < 40 && Assignments.isPartOfName(text.charAt(end))) {
            end++;
        }
        return end > start && end < text.length() && text.charAt(end) == '=';
    }

    /** {@code Ada van der Berg}: words in capitals belong to the first, unless they name the next value. */
    private static Value withMoreNames(String text, Value first) {
        int to = first.to();
        for (int words = 1; words < MOST_WORDS && first.next() <= to; words++) {
            int from = afterParticles(text, to);
            int end = endOfWord(text, from);
            boolean follows = from > to && end > from + 1 && Character.isUpperCase(text.charAt(from));
            if (!follows || (end < text.length() && "=:".indexOf(text.charAt(end)) >= 0)) {
                break;
            }
            to = end;
        }
        return to == first.to() ? first : new Value(first.from(), to, to, false);
    }

    /** Where the next word begins that is not like {@code van der}; the same place if none follows. */
    private static int afterParticles(String text, int at) {
        int from = at;
        for (int words = 0; words <= MOST_WORDS && from < text.length() && text.charAt(from) == ' '; words++) {
            int end = endOfWord(text, from + 1);
            if (!PARTICLES.contains(text.substring(from + 1, end))) {
                return from + 1;
            }
            from = end;
        }
        return at;
    }

    /** {@code +31 6 12345678}: digits in groups. */
    private static Value wholeNumber(String text, Value first) {
        int to = first.to();
        for (int i = to; i < Math.min(text.length(), first.from() + LONGEST); i++) {
            if (Character.isDigit(text.charAt(i))) {
                to = i + 1;
            } else if (" ()/.-".indexOf(text.charAt(i)) < 0) {
                break;
            }
        }
        return new Value(first.from(), to, to, false);
    }

    private static boolean isNumber(String text, int from) {
        char c = text.charAt(from);
        return Character.isDigit(c) || ("+(".indexOf(c) >= 0 && from + 1 < text.length());
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length()
                && end - from < LONGEST
                && (Character.isLetter(text.charAt(end)) || "-'’".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }
}
