package dev.provisioning.notifications.core;

import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.core.compose.PlainComposer;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;

/** Has a digest put into words: those of the host's composer, or plain ones, about what the {@link Screen} lets through. */
final class Editor {
    private final Composer composer;
    private final Composer plain = new PlainComposer();
    private final Screen screen;
    private final String subjectPrefix;

    /** What hosts put before every subject may be empty. */
    Editor(Composer composer, Screen screen, String subjectPrefix) {
        this.composer = composer;
        this.screen = screen;
        this.subjectPrefix = subjectPrefix;
    }

    /** The words of the host's composer. */
    Content content(Digest digest) {
        return edited(composer, digest);
    }

    /** The words for when those are not to be had. */
    Content plainContent(Digest digest) {
        return edited(plain, digest);
    }

    /** A subject as mail rules find it. */
    String subject(String subject) {
        return subjectPrefix.isEmpty() ? subject : cut(subjectPrefix + " " + subject);
    }

    private Content edited(Composer writer, Digest digest) {
        Content content = writer.compose(screen.screened(digest));
        return new Content(subject(content.subject()), content.text(), content.html());
    }

    /** What a prefix makes too long for a notification. */
    private static String cut(String subject) {
        int end = Math.min(subject.length(), Notification.MAX_SUBJECT);
        boolean inPair = end < subject.length() && Character.isHighSurrogate(subject.charAt(end - 1));
        return subject.substring(0, inPair ? end - 1 : end);
    }
}
