package dev.provisioning.notifications.smtp;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a conversation is protected, as the scheme of the URL says. */
enum Security {
    /** TLS from the first byte (RFC 8314 section 3.3). */
    TLS("smtps", 465),
    /** TLS after a STARTTLS that is insisted on (RFC 3207). */
    STARTTLS("smtp+starttls", 587),
    /** Not at all. */
    PLAINTEXT("smtp", 25);

    private final String scheme;
    private final int defaultPort;

    Security(String scheme, int defaultPort) {
        this.scheme = scheme;
        this.defaultPort = defaultPort;
    }

    static Optional<Security> ofScheme(String scheme) {
        String lower = scheme.toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(security -> security.scheme.equals(lower))
                .findFirst();
    }

    String scheme() {
        return scheme;
    }

    int defaultPort() {
        return defaultPort;
    }
}
