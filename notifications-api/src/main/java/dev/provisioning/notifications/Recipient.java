package dev.provisioning.notifications;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Somebody to be notified: an address, and of which kind it is.
 *
 * <p>The kind {@link #MAIL} is checked here: a local part without quotes and a domain, as in
 * {@code provisioning-team@example.com} (RFC 5321 section 4.1.2), each also outside ASCII (RFC 6531). Refused is what
 * would reach somebody else than the reader of the address thinks: invisible characters, and a domain with ß or ς, which
 * IDNA 2003 and 2008 turn into different ones (RFC 5894 section 7.2); write such a domain in its ASCII form. Other kinds
 * belong to custom transports, which say what their addresses look like. Immutable and thread-safe.
 *
 * @param kind which sort of transport understands the address: {@value #MAIL}, or a lower-case word of your own
 * @param address the address, 1 to {@value #MAX_ADDRESS} characters on one line
 */
public record Recipient(String kind, String address) {
    /** The kind of mail addresses. */
    public static final String MAIL = "mail";

    /** The longest {@link #address()}, in octets on the wire (RFC 5321 section 4.5.3.1.3). */
    public static final int MAX_ADDRESS = 254;

    private static final int MAX_LOCAL_PART = 64;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{Cf}]");
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u03c2]");
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
     * @return the first letter of a mail address and its domain; of other kinds the first letter only, if there are more
     */
    public String masked() {
        String first = address.substring(0, address.offsetByCodePoints(0, 1));
        if (first.equals(address)) {
            return "***";
        }
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
        int octets = local.getBytes(StandardCharsets.UTF_8).length;
        boolean valid = LOCAL_PART.matcher(local).matches()
                && !INVISIBLE.matcher(address).find()
                && octets <= MAX_LOCAL_PART
                && isDomain(address.substring(at + 1), MAX_ADDRESS - octets - 1);
        if (!valid) {
            throw new IllegalArgumentException("recipient.address is not a mail address: " + Check.shown(address));
        }
    }

    private static boolean isDomain(String domain, int longest) {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
            return !ascii.isEmpty()
                    && ascii.length() <= longest
                    && !ascii.endsWith(".")
                    && !AMBIGUOUS.matcher(domain).find();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
