package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Recipient;
import java.net.IDN;

/**
 * A mail address as it goes over the wire: the domain in ASCII (RFC 5890), the local part as it is.
 *
 * @param local what stands before the @
 * @param domain what stands behind it, in ASCII
 */
record Mailbox(String local, String domain) {
    /** The address of a recipient of the kind {@link Recipient#MAIL}, which has checked it. */
    static Mailbox of(Recipient recipient) {
        String address = recipient.address();
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1);
        return new Mailbox(
                address.substring(0, at), isAscii(domain) ? domain : IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES));
    }

    /** {@return whether it needs no extension: RFC 6531 is for those that do} */
    boolean isAscii() {
        return isAscii(local);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** {@return local part and domain with an @ between them} */
    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
