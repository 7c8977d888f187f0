package dev.provisioning.notifications.core.privacy;

/** Finds what stands before the host of an address (RFC 3986, section 3.2.1), whatever its scheme; scheme and host stay. */
final class UserInformation {
    private static final String AUTHORITY = "://";

    private UserInformation() {}

    static void detect(String text, Spans found) {
        int at = text.indexOf(AUTHORITY);
        while (at >= 0) {
            int from = at + AUTHORITY.length();
            int end = endOfAddress(text, from);
            int to = end(text, from, end);
            if (to > from) {
                found.hide(from, to);
            }
            at = text.indexOf(AUTHORITY, from);
        }
    }

    /** Where user information ends; -1 if there is none. */
    private static int end(String text, int from, int endOfAddress) {
        int authority = endOfAuthority(text, from, endOfAddress);
        int at = text.substring(from, authority).lastIndexOf('@');
        if (at >= 0) {
            return from + at;
        }
        // A password with a slash that nobody encoded: where a port would stand is something else.
        int colon = text.substring(from, authority).lastIndexOf(':');
        boolean port =
                colon < 0 || text.substring(from + colon + 1, authority).chars().allMatch(Character::isDigit);
        int later = text.substring(from, endOfAddress).lastIndexOf('@');
        return port || later < 0 || text.charAt(from) == '[' ? -1 : from + later;
    }

    private static int endOfAuthority(String text, int from, int endOfAddress) {
        int end = from;
        while (end < endOfAddress && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static int endOfAddress(String text, int from) {
        int end = from;
        while (end < text.length() && !ends(text.charAt(end)) && !text.startsWith(AUTHORITY, end)) {
            end++;
        }
        return end;
    }

    private static boolean ends(char c) {
        return Character.isWhitespace(c) || Character.isISOControl(c) || "\"<>`".indexOf(c) >= 0;
    }
}
