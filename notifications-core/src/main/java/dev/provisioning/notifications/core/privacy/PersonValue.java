package dev.provisioning.notifications.core.privacy;

import dev.provisioning.notifications.core.privacy.Assignments.Assignment;
import dev.provisioning.notifications.core.privacy.Assignments.Kind;

/** Where the name of a person ends, which unlike a secret may have spaces without being quoted. */
final class PersonValue {
    private static final int LONGEST = 100;
    private static final int MOST_WORDS = 4;

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
        return withMoreNames(text, value);
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

    /** {@code Ada King Lovelace}: words in capitals belong to the first, unless they name the next value. */
    private static Value withMoreNames(String text, Value first) {
        int to = first.to();
        for (int words = 1; words < MOST_WORDS && first.next() <= to; words++) {
            int end = endOfWord(text, to + 1);
            boolean follows = end > to + 2 && text.charAt(to) == ' ' && Character.isUpperCase(text.charAt(to + 1));
            if (!follows || (end < text.length() && "=:".indexOf(text.charAt(end)) >= 0)) {
                break;
            }
            to = end;
        }
        return to == first.to() ? first : new Value(first.from(), to, to, false);
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
