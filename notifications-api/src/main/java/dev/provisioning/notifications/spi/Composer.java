package dev.provisioning.notifications.spi;

/**
 * Turns what is known into what a mail says.
 *
 * <p>A pure function of the digest, apart from templates that it may read. If it throws, the mail is tried again; after
 * three failures in a row a plain built-in text takes its place, so that a bad template never silences an application.
 * Thread-safe.
 */
@FunctionalInterface
public interface Composer {
    /**
     * Composes a mail.
     *
     * @param digest what is known
     * @return subject, text and perhaps HTML, in the language of the digest's subscription
     */
    Content compose(Digest digest);
}
