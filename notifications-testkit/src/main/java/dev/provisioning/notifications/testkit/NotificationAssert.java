package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions about one mail. Made by {@link NotificationAssertions}. Not thread-safe. */
public final class NotificationAssert extends AbstractAssert<NotificationAssert, Notification> {
    NotificationAssert(Notification actual) {
        super(actual, NotificationAssert.class);
    }

    /**
     * It is about an application.
     *
     * @param app which application
     * @return this assertion
     */
    public NotificationAssert isAbout(AppId app) {
        return check(mail().app().equals(app), "to be about " + app);
    }

    /**
     * It goes to these, in any order, and to nobody else.
     *
     * @param addresses all its recipients
     * @return this assertion
     */
    public NotificationAssert goesTo(String... addresses) {
        List<String> expected = Arrays.stream(addresses).sorted().toList();
        List<String> recipients =
                mail().recipients().stream().map(Recipient::address).sorted().toList();
        return check(recipients.equals(expected), "to go to " + List.of(addresses));
    }

    /**
     * It says each of these, in its subject or text. Where it breaks its lines does not matter.
     *
     * @param words what it says
     * @return this assertion
     */
    public NotificationAssert mentions(String... words) {
        for (String word : words) {
            if (!MailText.says(mail(), word)) {
                throw failure("Expected mail %s%nto mention \"%s\", but it says:%n%s", line(), word, mail().text());
            }
        }
        return this;
    }

    /**
     * It says none of these, be it in its subject, its text or its HTML.
     *
     * @param words what it must not say
     * @return this assertion
     */
    public NotificationAssert doesNotMention(String... words) {
        for (String word : words) {
            check(!MailText.saysAnywhere(mail(), word), "not to mention \"" + word + "\"");
        }
        return this;
    }

    /**
     * Its subject contains something.
     *
     * @param words what it contains, letter by letter
     * @return this assertion
     */
    public NotificationAssert hasSubjectContaining(String words) {
        return check(mail().subject().contains(words), "to have a subject with \"" + words + "\"");
    }

    /**
     * It was delivered at an attempt.
     *
     * @param attempt the number of the attempt: 1 for the first
     * @return this assertion
     */
    public NotificationAssert isAttempt(int attempt) {
        return check(mail().attempt() == attempt, "to be attempt " + attempt + ", not " + mail().attempt());
    }

    private NotificationAssert check(boolean right, String expectation) {
        if (!right) {
            throw failure("Expected mail %s%n%s", line(), expectation);
        }
        return this;
    }

    private Notification mail() {
        isNotNull();
        return actual;
    }

    private String line() {
        return MailText.line(mail());
    }
}
