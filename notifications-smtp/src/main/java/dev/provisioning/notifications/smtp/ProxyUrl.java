package dev.provisioning.notifications.smtp;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the URL of a proxy says. No message shows the URL, because it may hold a password.
 *
 * @param kind how the proxy is spoken to
 * @param host a domain name in ASCII, or an address without brackets
 * @param port 1 to 65535
 * @param login who signs in; null for nobody
 */
record ProxyUrl(Kind kind, String host, int port, @Nullable Login login) {
    private static final String FORMS = "http://user:password@host:3128 or socks5://user:password@host:1080";

    /** How a proxy is spoken to. */
    enum Kind {
        /** By the method CONNECT of HTTP (RFC 9110 section 9.3.6). */
        HTTP(3128),
        /** By SOCKS 5 (RFC 1928). */
        SOCKS5(1080);

        private final int defaultPort;

        Kind(int defaultPort) {
            this.defaultPort = defaultPort;
        }

        static @Nullable Kind ofScheme(@Nullable String scheme) {
            for (Kind kind : values()) {
                if (kind.scheme().equalsIgnoreCase(scheme)) {
                    return kind;
                }
            }
            return null;
        }

        String scheme() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads a URL; null if there is none, or after noting a fault. */
    static @Nullable ProxyUrl parse(@Nullable String url, Faults faults) {
        if (url == null) {
            return null;
        }
        try {
            return read(new URI(url), faults);
        } catch (URISyntaxException e) {
            faults.add("smtp.proxy is not a URL like " + FORMS + " (percent-encode what is special in a password)");
            return null;
        }
    }

    private static @Nullable ProxyUrl read(URI url, Faults faults) {
        Kind kind = Kind.ofScheme(url.getScheme());
        faults.require(kind != null, "smtp.proxy has none of the schemes http and socks5");
        boolean bare = (url.getRawPath() == null || url.getRawPath().matches("/?"))
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
        faults.require(bare, "smtp.proxy has a path, a query or a fragment");
        int port = kind == null ? 1 : kind.defaultPort;
        Authority authority = Authority.parse(url.getRawAuthority(), port, "smtp.proxy", faults);
        return kind == null || authority == null
                ? null
                : new ProxyUrl(kind, authority.host(), authority.port(), login(kind, authority, faults));
    }

    private static @Nullable Login login(Kind kind, Authority authority, Faults faults) {
        if (authority.user() == null || authority.password() == null) {
            return null;
        }
        Login login = new Login(authority.user(), authority.password());
        login.check(kind, faults);
        return login;
    }

    /** {@return the proxy without user and password} */
    @Override
    public String toString() {
        return kind.scheme() + "://" + HostName.withPort(host, port);
    }

    /**
     * Who signs in at the proxy.
     *
     * @param user the name
     * @param password a secret
     */
    record Login(String user, String password) {
        private static final int SOCKS_BYTES = 255;

        /** RFC 7617 section 2 for HTTP, RFC 1929 section 2 for SOCKS. */
        void check(Kind kind, Faults faults) {
            boolean lines = (user + password).codePoints().noneMatch(Character::isISOControl);
            faults.require(lines, "smtp.proxy has control characters in user or password");
            if (kind == Kind.HTTP) {
                faults.require(!user.contains(":"), "smtp.proxy has a user with a colon");
            } else {
                faults.require(
                        fits(user) && fits(password), "smtp.proxy has a user or password of other than 1 to 255 bytes");
            }
        }

        private static boolean fits(String text) {
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            return length >= 1 && length <= SOCKS_BYTES;
        }

        /** {@return nothing that helps to sign in} */
        @Override
        public String toString() {
            return "Login[***]";
        }
    }
}
