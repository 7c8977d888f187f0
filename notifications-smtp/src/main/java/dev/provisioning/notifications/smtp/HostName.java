package dev.provisioning.notifications.smtp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names and addresses of hosts, as text. Nothing here asks a name server. */
final class HostName {
    /** Wider than RFC 952, because names with an underscore are in use; nothing in it ends a line or a header. */
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9._-]{1,255}");

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern IPV6_LETTERS = Pattern.compile("[0-9A-Fa-f:][0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private HostName() {}

    /** Whether a text is a domain name in ASCII, or an address without brackets. */
    static boolean isUsable(String host) {
        return DOMAIN.matcher(host).matches() || address(host) != null;
    }

    /** The address that a text is, of 4 or 16 bytes; null if it is a name. */
    static byte @Nullable [] address(String host) {
        if (!IPV4.matcher(host).matches() && !IPV6_LETTERS.matcher(host).matches()) {
            return null;
        }
        try {
            // Of such a text the resolver only takes the numbers.
            return InetAddress.getByName(host).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** As in a URL: IPv6 addresses in brackets. */
    static String withPort(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
