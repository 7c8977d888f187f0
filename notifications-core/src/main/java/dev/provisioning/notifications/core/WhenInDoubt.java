package dev.provisioning.notifications.core;

/**
 * What to do when a mail was handed over and nobody knows whether it was accepted: its reply was lost, or its node has
 * ended before it was recorded (RFC 1047 tells how that comes about). Either one mail may be too many, or one too few.
 */
public enum WhenInDoubt {
    /**
     * The slot counts as used, and what the mail named stays held: the next mail tells it again, and says that it may have
     * been told before.
     */
    CARRY_OVER,
    /**
     * The slot counts as used, and what the mail named as reported. If the mail was not accepted, nobody hears of an issue
     * before it is reported again.
     */
    ASSUME_SENT,
    /**
     * The slot stays open, and its mail is sent again, with the same {@code Message-ID}, by which a receiving system may
     * drop the second. Where none does, the recipients get two mails in one window. Where one does, it drops with the
     * second mail what was reported after the first, which the second names, too. If all that it named is resolved
     * meanwhile, there is nothing to send again, and the slot counts as used.
     */
    RESEND
}
