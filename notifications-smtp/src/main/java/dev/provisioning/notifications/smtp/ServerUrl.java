package dev.provisioning.notifications.smtp;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of a mail server says. No message shows the URL, because it may hold a password.
 */
record ServerUrl(
        Security security, String host, int port, @Nullable Credentials credentials, boolean plaintextAllowed) {
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
        int defaultPort = security == null ? 1 : security.defaultPort();
        Authority authority = Authority.parse(url.getRawAuthority(), defaultPort, "smtp.url", faults);
        faults.require(security != null, "smtp.url has none of the schemes smtps, smtp+starttls and smtp");
        boolean bare = (url.getRawPath() == null || url.getRawPath().matches("/?")) && url.getRawFragment() == null;
        faults.require(bare, "smtp.url has a path or a fragment");
        String query = url.getRawQuery();
        faults.require(
                query == null || query.equals("plaintext=allowed"),
                "smtp.url has a query other than plaintext=allowed");
        return security == null || authority == null
                ? null
                : new ServerUrl(security, authority.host(), authority.port(), credentials(authority), query != null);
    }

    private static @Nullable Credentials credentials(Authority authority) {
        String user = authority.user();
        String password = authority.password();
        return user == null || password == null ? null : Credentials.password(user, () -> password);
    }

    /** {@return the server without user and password} */
    @Override
    public String toString() {
        return security.scheme() + "://" + HostName.withPort(host, port);
    }
}
