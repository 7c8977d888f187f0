package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader sees of a mail, and what a failed assertion shows of it. */
final class MailText {
    private MailText() {}

    /** Whether subject or text says something, wherever its lines are broken. */
    static boolean says(Notification mail, String words) {
        return Stream.of(mail.subject(), mail.text())
                .anyMatch(part -> unbroken(part).contains(unbroken(words)));
    }

    /** Whether anything says it, be it the HTML alone. */
    static boolean saysAnywhere(Notification mail, String words) {
        String html = mail.html() == null ? "" : mail.html();
        return says(mail, words)
                || unbroken(html).contains(unbroken(words))
                || unbroken(unescaped(html)).contains(unbroken(words));
    }

    /** One line about each mail. */
    static String list(List<Notification> mails) {
        return mails.isEmpty()
                ? "no mail"
                : mails.stream().map(mail -> "\n  " + line(mail)).collect(Collectors.joining());
    }

    /** When it was composed, about what, what its subject says, and to whom it went, masked. */
    static String line(Notification mail) {
        return "%s  %s  \"%s\"  to %s".formatted(mail.date(), mail.app(), mail.subject(), masked(mail));
    }

    static String masked(Notification mail) {
        return mail.recipients().stream().map(Recipient::masked).collect(Collectors.joining(", "));
    }

    private static String unbroken(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
