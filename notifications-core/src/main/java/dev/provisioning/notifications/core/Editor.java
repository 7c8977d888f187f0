package dev.provisioning.notifications.core;

import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.compose.PlainComposer;
import dev.provisioning.notifications.core.compose.TemplateComposer;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import java.time.Instant;

/** Has mails put into words, those of the host's composer or plain ones, with what a host puts before every subject. */
final class Editor {
    private final Composer composer;
    private final PlainComposer plain = new PlainComposer();
    private final String subjectPrefix;

    Editor(Composer composer, String subjectPrefix) {
        this.composer = composer;
        this.subjectPrefix = subjectPrefix;
    }

    /** A digest in the words of the host's composer. */
    Content content(Digest digest) {
        return prefixed(composer.compose(digest));
    }

    /** A digest in the words for when those are not to be had. */
    Content plainContent(Digest digest) {
        return prefixed(plain.compose(digest));
    }

    /** A test; a composer of the host's has no words for one. */
    Content test(Subscription subscription, Instant now) {
        return prefixed(
                composer instanceof TemplateComposer templates
                        ? templates.composeTest(subscription, now)
                        : plain.composeTest(subscription));
    }

    private Content prefixed(Content content) {
        return subjectPrefix.isEmpty()
                ? content
                : new Content(cut(subjectPrefix + " " + content.subject()), content.text(), content.html());
    }

    /** What a prefix makes too long for a notification. */
    private static String cut(String subject) {
        int end = Math.min(subject.length(), Notification.MAX_SUBJECT);
        boolean inPair = end < subject.length() && Character.isHighSurrogate(subject.charAt(end - 1));
        return subject.substring(0, inPair ? end - 1 : end);
    }
}
