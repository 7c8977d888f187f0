package dev.provisioning.notifications;

import static dev.provisioning.notifications.Refusals.assertRefused;
import static dev.provisioning.notifications.Samples.APP;
import static dev.provisioning.notifications.Samples.NOON;
import static dev.provisioning.notifications.Samples.TEAM;
import static dev.provisioning.notifications.Samples.notification;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationTest {
    private static Notification identified(String id, String threadId) {
        return new Notification(
                APP,
                id,
                threadId,
                1,
                NOON,
                List.of(TEAM),
                Locale.ENGLISH,
                Labels.NONE,
                "subject",
                "text",
                "<p>html</p>");
    }

    private static Notification made(AppId app, int attempt, Instant date, Locale language) {
        return new Notification(
                app, "id", "id", attempt, date, List.of(TEAM), language, Labels.NONE, "subject", "text", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A9", "0123456789abcdef.17", "a-b.c-d", "-", "-a-"})
    void anIdCanStandBeforeTheAtOfAMessageId(String id) {
        assertThat(identified(id, "thread").id()).isEqualTo(id);
        assertThat(identified("id", id).threadId()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {".a", "a.", "a..b", ".", "a b", "a@b", "<a>", "a/b", "a_b", "é", "ı", "٣", "a\"b"})
    void anIdIsNothingElse(String id) {
        assertRefused("notification.id", () -> identified(id, "thread"));
        assertRefused("notification.threadId", () -> identified("id", id));
    }

    @Test
    void anAttemptCountsFromOne() {
        assertThat(made(APP, 1, NOON, Locale.ENGLISH).attempt()).isEqualTo(1);
        assertThat(made(APP, Integer.MAX_VALUE, NOON, Locale.ENGLISH).attempt()).isPositive();
        assertRefused("notification.attempt", () -> made(APP, 0, NOON, Locale.ENGLISH));
        assertRefused("notification.attempt", () -> made(APP, -1, NOON, Locale.ENGLISH));
    }

    @Test
    void noPartMayBeMissing() {
        assertRefused("notification.app", () -> made(Absent.value(), 1, NOON, Locale.ENGLISH));
        assertRefused("notification.date", () -> made(APP, 1, Absent.value(), Locale.ENGLISH));
        assertRefused("notification.language", () -> made(APP, 1, NOON, Absent.value()));
        assertRefused("notification.recipients", () -> notification(Absent.value()));
    }

    @Test
    void itHasARecipientAndNotTooMany() {
        assertRefused("notification.recipients", () -> notification(List.of())).hasMessageContaining("is empty");
        assertThat(notification(Collections.nCopies(50, TEAM)).recipients()).hasSize(50);
        assertRefused("notification.recipients", () -> notification(Collections.nCopies(51, TEAM)));
    }

    @Test
    void recipientsAreCopied() {
        List<Recipient> given = new ArrayList<>(List.of(TEAM));
        Notification notification = notification(given);

        given.clear();

        assertThat(notification.recipients()).containsExactly(TEAM);
        assertThatThrownBy(() -> notification.recipients().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void otherRecipientsGetTheSameMail() {
        Recipient other = Recipient.mail("other@example.com");

        assertThat(identified("id", "thread").withRecipients(List.of(other)))
                .isNotEqualTo(identified("id", "thread"))
                .usingRecursiveComparison()
                .ignoringFields("recipients")
                .isEqualTo(identified("id", "thread"));
        assertRefused(
                "notification.recipients", () -> identified("id", "thread").withRecipients(List.of()));
    }

    @Test
    void itShowsNeitherBodyNorSubjectNorAddress() {
        assertThat(notification(List.of(TEAM)))
                .hasToString("Notification[abc.1 about contoso/salesforce, attempt 1, 1 recipients]");
    }

    @Test
    void twoOfTheSamePartsAreEqual() {
        assertThat(identified("id", "thread"))
                .isEqualTo(identified("id", "thread"))
                .hasSameHashCodeAs(identified("id", "thread"))
                .isNotEqualTo(identified("id", "other"));
    }
}
