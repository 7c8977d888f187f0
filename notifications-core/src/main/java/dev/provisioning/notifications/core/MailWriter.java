package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Writes the mail of an attempt: with the host's composer, or in plain built-in words once that has failed too often. */
final class MailWriter {
    /** So many claims in a row may end without a mail before the built-in words take over. */
    private static final int PATIENCE = 3;

    private final Parts parts;
    private final Digests digests;

    MailWriter(Parts parts) {
        this.parts = parts;
        this.digests = new Digests(parts.machine(), parts.screen());
    }

    /** The mail; empty if the composer failed, which the listener was told. */
    Optional<Notification> write(Attempt attempt, Subscription subscription) {
        boolean tired = attempt.cut().slot().stumbles() > PATIENCE;
        try {
            Digest digest =
                    digests.of(attempt.cut(), subscription, parts.clock().instant());
            Content content =
                    tired ? parts.editor().plainContent(digest) : parts.editor().content(digest);
            return Optional.of(mail(digest, Long.toString(attempt.slot()), attempt.number(), content));
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            parts.listeners()
                    .tell(listener -> listener.compositionFailed(
                            attempt.app(), attempt.slot(), parts.screen().screened(e)));
            return Optional.empty();
        }
    }

    /** What every mail about an application has in common: letters and digits that tell it from all others. */
    static String threadId(AppId app) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(app.tenant().getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            sha256.update(app.name().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The mail that a transport gets; its id is the same for every attempt. */
    static Notification mail(Digest digest, String name, int attempt, Content content) {
        String threadId = threadId(digest.app());
        return new Notification(
                digest.app(),
                threadId + "." + name,
                threadId,
                attempt,
                digest.now(),
                digest.subscription().recipients(),
                digest.subscription().language(),
                digest.labels(),
                content.subject(),
                content.text(),
                content.html());
    }
}
