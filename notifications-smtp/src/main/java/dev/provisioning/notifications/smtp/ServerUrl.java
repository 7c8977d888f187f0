package dev.provisioning.notifications.smtp;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of a mail server says. The parts of the authority are told apart here and not by {@link URI}, which knows
 * no domains outside ASCII. No message shows the URL, because it may hold a password.
 */
record ServerUrl(
        Security security, String host, int port, @Nullable Credentials credentials, boolean plaintextAllowed) {
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:(?<info>.*)@)?(?<host>\\[[0-9A-Fa-f:.]+]|[^@:\\[\\]]+)(?::(?<port>\\d{1,5}))?");
    private static final String FORMS = "smtps://user:password@host:465, smtp+starttls://host:587 or smtp://host:25";

    /** Reads a URL; null after noting a fault. */
    static @Nullable ServerUrl parse(@Nullable String url, Faults faults) {
        if (url == null || url.isBlank()) {
            faults.add("smtp.url is missing");
            return null;
        }
        try {
            return read(new URI(url), faults);
        } catch (URISyntaxException e) {
            faults.add("smtp.url is not a URL like " + FORMS + " (percent-encode what is special in a password)");
            return null;
        }
    }

    private static @Nullable ServerUrl read(URI url, Faults faults) {
        Security security = url.getScheme() == null
                ? null
                : Security.ofScheme(url.getScheme()).orElse(null);
        Matcher authority = AUTHORITY.matcher(url.getRawAuthority() == null ? "" : url.getRawAuthority());
        boolean matches = authority.matches();
        faults.require(security != null, "smtp.url has none of the schemes smtps, smtp+starttls and smtp");
        faults.require(matches, "smtp.url has no host, or an odd port");
        boolean bare = (url.getRawPath() == null || url.getRawPath().matches("/?")) && url.getRawFragment() == null;
        faults.require(bare, "smtp.url has a path or a fragment");
        String query = url.getRawQuery();
        faults.require(
                query == null || query.equals("plaintext=allowed"),
                "smtp.url has a query other than plaintext=allowed");
        return security == null || !matches ? null : of(security, authority, "plaintext=allowed".equals(query), faults);
    }

    private static @Nullable ServerUrl of(Security security, Matcher authority, boolean plaintext, Faults faults) {
        String port = authority.group("port");
        int number = port == null ? security.defaultPort() : Integer.parseInt(port);
        faults.require(number >= 1 && number <= 65535, "smtp.url has a port out of range: " + port);
        String host = ascii(authority.group("host"), faults);
        return new ServerUrl(security, host, number, credentials(authority.group("info"), faults), plaintext);
    }

    private static @Nullable Credentials credentials(@Nullable String info, Faults faults) {
        if (info == null) {
            return null;
        }
        int colon = info.indexOf(':');
        if (colon < 0) {
            faults.add("smtp.url has a user without a password");
            return null;
        }
        String password = decoded(info.substring(colon + 1));
        return Credentials.password(decoded(info.substring(0, colon)), () -> password);
    }

    private static String ascii(String host, Faults faults) {
        if (host.startsWith("[")) {
            return host.substring(1, host.length() - 1);
        }
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            faults.add("smtp.url has a host that is no domain name");
            return host;
        }
    }

    private static String decoded(String percent) {
        return URLDecoder.decode(percent.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** {@return the server without user and password} */
    @Override
    public String toString() {
        return security.scheme() + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
