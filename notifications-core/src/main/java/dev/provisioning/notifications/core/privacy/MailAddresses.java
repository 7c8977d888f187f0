package dev.provisioning.notifications.core.privacy;

import java.util.function.Consumer;

/** Finds mail addresses and user principal names, which look alike, and the names written before them. */
final class MailAddresses {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int MOST_WORDS = 4;
    private static final String ENCODED_AT = "%40";

    /**
     * An address.
     *
     * @param displayFrom where the name of the person begins, as in {@code Ada Lovelace <ada@example.com>}
     * @param displayTo where it ends; equal if there is none
     * @param from where the local part begins
     * @param at where it ends
     * @param to where the domain ends
     */
    record Address(int displayFrom, int displayTo, int from, int at, int to) {
        String in(String text) {
            return text.substring(from, to);
        }

        String local(String text) {
            return text.substring(from, at);
        }
    }

    private MailAddresses() {}

    static void read(String text, Consumer<Address> reader) {
        if (text.indexOf('@') < 0 && !text.contains(ENCODED_AT)) {
            return;
        }
        for (int at = 0; at < text.length(); at++) {
            int width = text.charAt(at) == '@' ? 1 : text.startsWith(ENCODED_AT, at) ? ENCODED_AT.length() : 0;
            if (width > 0) {
                int from = localFrom(text, at);
                int to = domainTo(text, at + width);
                if (from < at && to > 0) {
                    int displayTo = displayTo(text, from);
                    reader.accept(new Address(displayFrom(text, displayTo), displayTo, from, at, to));
                }
            }
        }
    }

    static boolean isOne(String text) {
        boolean[] whole = new boolean[1];
        read(text, address -> whole[0] |= address.from() == 0 && address.to() == text.length());
        return whole[0];
    }

    private static int localFrom(String text, int at) {
        if (at > 1 && text.charAt(at - 1) == '"') {
            int quote = text.lastIndexOf('"', at - 2);
            return quote >= 0 && at - quote < LONGEST_NAME ? quote : at;
        }
        int from = at;
        while (from > 0 && isLocal(text, from - 1)) {
            from--;
        }
        boolean encoded = from > 0 && text.charAt(from - 1) == '%' && at - from > 2;
        return encoded ? from + 2 : from;
    }

    private static boolean isLocal(String text, int at) {
        char c = text.charAt(at);
        boolean within = c == '\''
                && at > 0
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1));
        return within || Character.isLetterOrDigit(c) || ".!#$*+-_~^".indexOf(c) >= 0;
    }

    /** Behind a domain of two labels at least, of which the last is no number; 0 if there is none. */
    private static int domainTo(String text, int from) {
        int end = from;
        int dot = -1;
        while (end < text.length()
                && end - from <= LONGEST_DOMAIN
                && (isLabel(text.charAt(end)) || text.charAt(end) == '.')) {
            if (text.charAt(end) == '.') {
                if (end + 1 == text.length() || !isLabel(text.charAt(end + 1)) || end == from) {
                    break;
                }
                dot = end;
            }
            end++;
        }
        boolean literal = from < text.length() && text.charAt(from) == '[';
        boolean domain = dot > from && end - dot > 2 && Character.isLetter(text.charAt(dot + 1));
        return literal ? from + 1 : domain ? end : 0;
    }

    private static boolean isLabel(char c) {
        return Character.isLetterOrDigit(c) || c == '-';
    }

    private static int displayTo(String text, int from) {
        boolean named = from > 2 && text.charAt(from - 1) == '<' && text.charAt(from - 2) == ' ';
        return named ? from - 2 : from;
    }

    /** Up to four words in capitals, or what is quoted. */
    private static int displayFrom(String text, int to) {
        if (to < 1 || to >= text.length() || text.charAt(to) != ' ') {
            return to;
        }
        if (text.charAt(to - 1) == '"') {
            int quote = to < 2 ? -1 : text.lastIndexOf('"', to - 2);
            return quote >= 0 && to - quote < LONGEST_NAME ? quote : to;
        }
        int from = to;
        for (int words = 0; words < MOST_WORDS; words++) {
            int end = words == 0 ? from : from - 1;
            int start = end;
            while (start > 0 && end - start < LONGEST_NAME && isNamePart(text.charAt(start - 1))) {
                start--;
            }
            if (start == end || !Character.isUpperCase(text.charAt(start)) || (words > 0 && text.charAt(end) != ' ')) {
                break;
            }
            from = start;
        }
        return from;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetter(c) || c == '-' || c == '\'' || c == '’' || c == '.';
    }
}
