package dev.provisioning.notifications.smtp;

import java.net.IDN;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a URL that says where, and as whom (RFC 3986 section 3.2), with the percent-encoding taken off. Told apart
 * here and not by {@link URI}, which knows no domains outside ASCII. No message shows it, because it may hold a password.
 *
 * @param user who signs in; null for nobody
 * @param password null if there is no user
 * @param host a domain name in ASCII, or an address without brackets
 * @param port 1 to 65535
 */
record Authority(@Nullable String user, @Nullable String password, String host, int port) {
    private static final Pattern PARTS =
            Pattern.compile("(?:(?<info>.*)@)?(?<host>\\[[0-9A-Fa-f:.]+]|[^@:\\[\\]]+)(?::(?<port>\\d{1,5}))?");

    /**
     * Reads the authority of a URL; null after noting a fault.
     *
     * @param path the property that faults are about
     */
    static @Nullable Authority parse(@Nullable String raw, int defaultPort, String path, Faults faults) {
        Matcher parts = PARTS.matcher(raw == null ? "" : raw);
        if (!parts.matches()) {
            faults.add(path + " has no host, or an odd port");
            return null;
        }
        String port = parts.group("port");
        int number = port == null ? defaultPort : Integer.parseInt(port);
        faults.require(number >= 1 && number <= 65535, path + " has a port out of range: " + port);
        return of(parts.group("info"), host(parts.group("host"), path, faults), number, path, faults);
    }

    private static Authority of(@Nullable String info, String host, int port, String path, Faults faults) {
        int colon = info == null ? -1 : info.indexOf(':');
        faults.require(info == null || colon >= 0, path + " has a user without a password");
        return info == null || colon < 0
                ? new Authority(null, null, host, port)
                : new Authority(decoded(info.substring(0, colon)), decoded(info.substring(colon + 1)), host, port);
    }

    private static String host(String written, String path, Faults faults) {
        String host = written.startsWith("[") ? written.substring(1, written.length() - 1) : ascii(written);
        faults.require(HostName.isUsable(host), path + " has a host that is neither a domain name nor an address");
        return host;
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String decoded(String percent) {
        return URLDecoder.decode(percent.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** {@return where, and not as whom} */
    @Override
    public String toString() {
        return HostName.withPort(host, port);
    }
}
