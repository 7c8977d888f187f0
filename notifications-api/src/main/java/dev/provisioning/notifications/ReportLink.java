package dev.provisioning.notifications;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A link that a mail may carry: where to read more, or where to change a setting. Immutable and thread-safe.
 *
 * @param label what the reader will find there, 1 to {@value #MAX_LABEL} characters on one line
 * @param uri an absolute {@code https} or {@code http} address with a host, spelt in ASCII, and without user information;
 *     at most {@value #MAX_URI} characters
 * @param role the role that is needed to open it, if one is; at most {@value #MAX_LABEL} characters
 */
public record ReportLink(String label, URI uri, @Nullable String role) {
    /** The longest {@link #label()} and {@link #role()}, in UTF-16 units. */
    public static final int MAX_LABEL = 100;

    /** The longest {@link #uri()}, in characters. */
    public static final int MAX_URI = 1_000;

    private static final Pattern USER_INFORMATION = Pattern.compile("(?<=:).*@", Pattern.DOTALL);

    /**
     * Makes a link.
     *
     * @throws IllegalArgumentException if a part is not as described above
     */
    public ReportLink {
        Check.line("link.label", label, MAX_LABEL);
        requireWeb(Check.present("link.uri", uri));
        if (role != null) {
            Check.line("link.role", role, MAX_LABEL);
        }
    }

    /**
     * Makes a link that every reader may open.
     *
     * @param label what the reader will find there
     * @param uri where it is
     * @return the link
     * @throws IllegalArgumentException if the label or the address is not as described above
     */
    public static ReportLink of(String label, String uri) {
        return new ReportLink(label, parse(uri), null);
    }

    /**
     * Makes a link that only readers with a role may open.
     *
     * @param label what the reader will find there
     * @param uri where it is
     * @param role the role that is needed to open it
     * @return the link
     * @throws IllegalArgumentException if a part is not as described above
     */
    public static ReportLink of(String label, String uri, String role) {
        return new ReportLink(label, parse(uri), role);
    }

    private static URI parse(String uri) {
        String line = Check.line("link.uri", uri, MAX_URI, ReportLink::masked);
        try {
            return new URI(line);
        } catch (URISyntaxException e) {
            // Not as a cause: it would show the whole input.
            throw new IllegalArgumentException(
                    "link.uri is not an address, " + e.getReason() + ": " + Check.shown(masked(line)));
        }
    }

    private static void requireWeb(URI uri) {
        Check.line("link.uri", uri.toString(), MAX_URI, ReportLink::masked);
        String shown = Check.shown(masked(uri.toString()));
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("link.uri is neither https nor http: " + shown);
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("link.uri has no host: " + shown);
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("link.uri has user information before the host " + uri.getHost());
        }
    }

    /** The address as it may stand in a message: without what may be a password before the host. */
    private static String masked(String uri) {
        return USER_INFORMATION.matcher(uri).replaceFirst("***@");
    }
}
