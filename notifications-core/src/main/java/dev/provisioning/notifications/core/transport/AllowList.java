package dev.provisioning.notifications.core.transport;

import dev.provisioning.notifications.Recipient;
import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may be written to: mail addresses and whole domains, and addresses of other kinds letter by letter. */
final class AllowList {
    private final Set<String> asGiven;
    private final Set<String> normal;

    private AllowList(String... entries) {
        this.asGiven = Set.copyOf(Arrays.asList(entries));
        this.normal = asGiven.stream().map(AllowList::normal).collect(Collectors.toUnmodifiableSet());
    }

    /** Each entry is an address, or a domain with or without an {@code @} before it. */
    static AllowList of(String... entries) {
        for (String entry : entries) {
            if (entry.isBlank() || entry.endsWith("@")) {
                throw new IllegalArgumentException("redirect.allowed is neither address nor domain: \"" + entry + "\"");
            }
        }
        return new AllowList(entries);
    }

    boolean contains(Recipient recipient) {
        if (!recipient.kind().equals(Recipient.MAIL)) {
            return asGiven.contains(recipient.address());
        }
        String address = normal(recipient.address());
        return normal.contains(address) || normal.contains(address.substring(address.lastIndexOf('@')));
    }

    /** The local part as it is, and the domain in lower case and ASCII (RFC 5891). */
    private static String normal(String entry) {
        int at = entry.lastIndexOf('@');
        return entry.substring(0, Math.max(at, 0)) + "@"
                + ascii(entry.substring(at + 1)).toLowerCase(Locale.ROOT);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("redirect.allowed is neither address nor domain: \"" + domain + "\"", e);
        }
    }
}
