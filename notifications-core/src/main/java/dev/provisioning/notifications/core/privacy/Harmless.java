package dev.provisioning.notifications.core.privacy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that stand where a secret or a name could, and are none: {@code token: none}, {@code Password: expired}. */
final class Harmless {
    private static final Set<String> STATES = Set.of("""
            -, --, ?, none, null, nil, undefined, n/a, true, false, yes, no, empty, missing, absent, unset,
            set, unknown, expired, expires, expiring, invalid, valid, required, optional, rejected, refused,
            revoked, rotated, wrong, incorrect, blank, ok, failed, denied, disabled, enabled, locked, suspended,
            deleted, closed, redacted, hidden, masked, omitted, removed, filtered, protected, ..., …, xxx,
            <none>, not set, not given, not configured""".split(",\\s+", -1));

    /** Words that begin a sentence rather than a password; only if the sentence goes on. */
    private static final Set<String> PROSE = Set.of("""
            a, an, and, account, after, all, already, any, as, ask, at, attempt, before, but, by, cannot,
            change, check, choose, click, connection, contact, could, create, did, does, enter, error, for,
            from, go, has, have, he, http, https, if, in, is, it, its, login, may, must, never, not, nothing,
            of, on, only, open, or, please, reason, renew, replace, request, reset, response, rotate, see,
            select, server, set, should, sign, since, so, some, status, still, that, the, their, there, they,
            this, to, too, try, two, update, use, user, value, was, we, were, what, when, which, while, will,
            with, you, your""".split(",\\s+", -1));

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[\\w.:-]{1,64}}|\\{\\{ ?[\\w.:-]{1,64} ?}}");

    private Harmless() {}

    static boolean isState(String value) {
        String bare = bare(value);
        return bare.isEmpty()
                || STATES.contains(bare)
                || PLACEHOLDER.matcher(value).matches();
    }

    static boolean isProse(String value) {
        return PROSE.contains(value.toLowerCase(Locale.ROOT));
    }

    /** Without brackets around, and a full stop. */
    private static String bare(String value) {
        int from = 0;
        int to = value.length();
        while (to - from > 1 && "([<{".indexOf(value.charAt(from)) >= 0) {
            from++;
        }
        while (to - from > 1 && ")]>}.,;!".indexOf(value.charAt(to - 1)) >= 0) {
            to--;
        }
        return value.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
