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
        int at = recipient.address().lastIndexOf('@');
        String domain = IDN.toASCII(recipient.address().substring(at + 1), IDN.USE_STD3_ASCII_RULES);
        return new Mailbox(recipient.address().substring(0, at), domain);
    }

    /** {@return whether it needs no extension: RFC 6531 is for those that do} */
    boolean isAscii() {
        return local.chars().allMatch(c -> c < 128);
    }

    /** {@return local part and domain with an @ between them} */
    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
