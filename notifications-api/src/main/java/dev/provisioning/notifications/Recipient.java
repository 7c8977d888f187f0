package dev.provisioning.notifications;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Somebody to be notified: an address, and of which kind it is.
 *
 * <p>The kind {@link #MAIL} is checked here: a local part without quotes and a domain, as in
 * {@code provisioning-team@example.com} (RFC 5321 section 4.1.2), each also outside ASCII (RFC 6531). Other kinds
 * belong to custom transports, which say what their addresses look like. Immutable and thread-safe.
 *
 * @param kind which sort of transport understands the address: {@value #MAIL}, or a lower-case word of your own
 * @param address the address, 1 to {@value #MAX_ADDRESS} characters on one line
 */
public record Recipient(String kind, String address) {
    /** The kind of mail addresses. */
    public static final String MAIL = "mail";

    /** The longest {@link #address()}, in characters (RFC 5321 section 4.5.3.1.3). */
    public static final int MAX_ADDRESS = 254;

    private static final int MAX_LOCAL_PART = 64;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern LOCAL_PART =
            Pattern.compile("[^\\s.@<>()\\[\\],;:\\\\\"]+(\\.[^\\s.@<>()\\[\\],;:\\\\\"]+)*");

    /**
     * Names a recipient.
     *
     * @throws IllegalArgumentException if the kind is not a lower-case word, or the address is not one of its kind
     */
    public Recipient {
        if (!KIND.matcher(Check.present("recipient.kind", kind)).matches()) {
            throw new IllegalArgumentException("recipient.kind is not a lower-case word: " + Check.shown(kind));
        }
        Check.line("recipient.address", address, MAX_ADDRESS);
        if (kind.equals(MAIL)) {
            requireMailbox(address);
        }
    }

    /**
     * Names a recipient by mail address.
     *
     * @param address a mail address without display name and comments
     * @return the recipient
     * @throws IllegalArgumentException if it is not a mail address
     */
    public static Recipient mail(String address) {
        return new Recipient(MAIL, address);
    }

    /**
     * Tells enough of the address to recognise it in a log, and not enough to use it.
     *
     * @return the first letter of a mail address and its domain; of other kinds the first letter only
     */
    public String masked() {
        String first = address.substring(0, address.offsetByCodePoints(0, 1));
        return kind.equals(MAIL) ? first + "***" + address.substring(address.lastIndexOf('@')) : first + "***";
    }

    /** {@return kind and masked address, for logs} */
    @Override
    public String toString() {
        return kind + ":" + masked();
    }

    private static void requireMailbox(String address) {
        int at = address.lastIndexOf('@');
        String local = at < 0 ? "" : address.substring(0, at);
        String domain = address.substring(at + 1);
        boolean valid = LOCAL_PART.matcher(local).matches()
                && local.getBytes(StandardCharsets.UTF_8).length <= MAX_LOCAL_PART
                && isDomain(domain);
        if (!valid) {
            throw new IllegalArgumentException("recipient.address is not a mail address: " + Check.shown(address));
        }
    }

    private static boolean isDomain(String domain) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
            return !ascii.isEmpty() && ascii.length() <= 253 && !ascii.startsWith(".") && !ascii.endsWith(".");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
