package dev.provisioning.notifications.core.privacy;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A host, or all below one.
 *
 * @param name in ASCII and lower case, without a dot at the end
 * @param below whether it stands for the names below it instead
 */
record HostPattern(String name, boolean below) {
    private static final String BELOW = "*.";
    private static final int SHOWN = 60;

    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");

    static HostPattern of(String pattern) {
        boolean below = pattern.startsWith(BELOW);
        String name = ascii(pattern, below ? pattern.substring(BELOW.length()) : pattern);
        boolean known =
                NAME.matcher(name).matches() || (!below && IPV6.matcher(name).matches());
        if (!known) {
            throw refused(pattern);
        }
        return new HostPattern(name, below);
    }

    boolean matches(String host) {
        String normal = normal(host);
        return below ? normal.length() > name.length() + 1 && normal.endsWith("." + name) : normal.equals(name);
    }

    private static String ascii(String pattern, String name) {
        if (name.startsWith("[")) {
            return normal(name);
        }
        try {
            return normal(IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES));
        } catch (IllegalArgumentException e) {
            throw refused(pattern);
        }
    }

    private static String normal(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static IllegalArgumentException refused(String pattern) {
        StringBuilder shown = new StringBuilder();
        pattern.codePoints()
                .limit(SHOWN)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .forEach(shown::appendCodePoint);
        return new IllegalArgumentException("linkPolicy.host is neither a host nor *. and one: \"" + shown + "\"");
    }
}
