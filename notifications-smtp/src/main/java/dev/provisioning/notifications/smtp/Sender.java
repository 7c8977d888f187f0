package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * From whom mails come.
 *
 * @param from the address that readers see
 * @param name the name that readers see beside it, if any
 * @param envelope the address of MAIL, where bounces go; empty for the null sender of RFC 5321 section 4.5.5
 * @param unsubscribing whether its mails say in their header where they can be switched off
 */
record Sender(Mailbox from, @Nullable String name, String envelope, boolean unsubscribing) {
    private static final int MAX_NAME = 100;

    /**
     * Reads what was set; null after noting a fault.
     *
     * @param bounces where bounces go; null for the same address, empty for the null sender
     */
    static @Nullable Sender of(
            @Nullable String from,
            @Nullable String name,
            @Nullable String bounces,
            boolean unsubscribing,
            Faults faults) {
        faults.require(
                name == null || (OneLine.is(name) && name.length() <= MAX_NAME),
                "smtp.fromName is empty, longer than " + MAX_NAME + " characters or has control characters: "
                        + OneLine.shown(name));
        Mailbox mailbox = mailbox("smtp.from", from, faults);
        boolean elsewhere = bounces != null && !bounces.isEmpty();
        Mailbox envelope = elsewhere ? mailbox("smtp.envelopeSender", bounces, faults) : mailbox;
        return mailbox == null || envelope == null
                ? null
                : new Sender(mailbox, name, "".equals(bounces) ? "" : envelope.toString(), unsubscribing);
    }

    private static @Nullable Mailbox mailbox(String path, @Nullable String address, Faults faults) {
        if (address == null) {
            faults.add(path + " is missing");
            return null;
        }
        try {
            Mailbox mailbox = Mailbox.of(Recipient.mail(address));
            faults.require(
                    mailbox.isAscii(), path + " has letters outside ASCII before the @: " + OneLine.shown(address));
            return mailbox;
        } catch (IllegalArgumentException e) {
            faults.add(path + " is not a mail address: " + OneLine.shown(address));
            return null;
        }
    }
}
