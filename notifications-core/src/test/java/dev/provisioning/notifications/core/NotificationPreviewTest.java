package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.testkit.SampleDigests;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A mail that is shown and not sent")
class NotificationPreviewTest {
    private final World world = new World();

    @Nested
    @DisplayName("of any digest")
    class OfADigest {
        @ParameterizedTest
        @ValueSource(strings = {"en", "nl", "de", "fr", "es", "ar"})
        void saysWhatTheMailWouldSay(String language) {
            Digest digest = SampleDigests.in(Locale.forLanguageTag(language)).mixed(3);

            Content content = NotificationPreview.standard().render(digest);

            assertThat(content.subject()).startsWith("Salesforce");
            assertThat(content.html()).contains("<html lang=\"" + language + "\"");
        }

        @Test
        @ExpectsWarnings
        void isScreenedAsAMailIs() {
            Content content = NotificationPreview.standard()
                    .render(
                            Subscription.builder("Salesforce")
                                    .recipient("team@example.com")
                                    .report(ReportLink.of("Log", "https://iam.example.com/?token=hunter2"))
                                    .build(),
                            START,
                            Issue.builder(APP, IssueKind.QUARANTINED)
                                    .summary("password=hunter2")
                                    .build());

            assertThat(content.text()).contains("password=***").doesNotContain("hunter2");
        }

        @Test
        void putsTheMostPressingFirst() {
            Issue issue = World.issue("a");
            Issue urgent = World.issue("b", Severity.URGENT);

            assertThat(NotificationPreview.standard()
                            .render(world.subscription, START, issue, urgent)
                            .text())
                    .containsSubsequence("Problem b", "Problem a");
        }

        @Test
        void refusesWhatNoMailCanHold() {
            NotificationPreview preview = NotificationPreview.of(digest -> new Content("a\nBcc: x", "text", null));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> preview.render(world.subscription, START, World.issue("a")))
                    .withMessageContaining("notification.subject");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> preview.render(world.subscription, START))
                    .withMessage("issues is empty");
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> NotificationPreview.standard().render(Subscription.off(), START, World.issue("a")))
                    .withMessageContaining("notification.recipients");
        }

        @Test
        void letsTheHostSeeWhatItsComposerThrows() {
            NotificationPreview preview = NotificationPreview.of(digest -> {
                throw new IllegalStateException("no words");
            });

            assertThatIllegalStateException()
                    .isThrownBy(() -> preview.render(world.subscription, START, World.issue("a")))
                    .withMessage("no words");
        }
    }

    @Nested
    @DisplayName("of what a notifier holds")
    class OfWhatIsHeld {
        private final Node node = world.node(START, settings -> settings.subjectPrefix("[IAM]"));

        @Test
        void isWhatIsMailedNext() {
            node.notifier.report(World.issue("a"));

            Content draft = node.notifier.draft(APP).orElseThrow();

            assertThat(world.mail.attempted()).isEmpty();
            node.time.advance(Duration.ofMinutes(1));
            Notification mail = world.mail.received().get(0);
            assertThat(mail.subject())
                    .isEqualTo("[IAM] Salesforce: sign-in refused")
                    .isEqualTo(draft.subject());
            assertThat(draft.text().lines().filter(line -> line.contains("Problem")))
                    .containsExactlyElementsOf(mail.text()
                            .lines()
                            .filter(line -> line.contains("Problem"))
                            .toList());
        }

        @Test
        void changesNothing() {
            node.notifier.report(World.issue("a"));
            long revision = world.ledger().revision();

            node.notifier.draft(APP);

            assertThat(world.ledger().revision()).isEqualTo(revision);
        }

        @Test
        void isNothingIfNothingIsHeldOrNobodyWantsIt() {
            assertThat(node.notifier.draft(APP)).isEmpty();

            node.notifier.report(World.issue("a"));
            world.switchOff();

            assertThat(node.notifier.draft(APP)).isEmpty();
        }
    }

    @Test
    void aPrefixStandsBeforeEverySubjectWhoeverWroteIt() {
        Node node = world.node(
                START,
                settings -> settings.subjectPrefix("[IAM]").composer(digest -> {
                    throw new IllegalStateException("no words");
                }));
        node.notifier.sendTest(APP);

        assertThat(world.mail.received().get(0).subject())
                .isEqualTo("[IAM] Salesforce: test of provisioning notifications");
        assertThat(new Editor(digest -> new Content("s".repeat(249) + "😀", "text", null), "[IAM]")
                        .content(SampleDigests.in(Locale.ENGLISH).mixed(1))
                        .subject())
                .hasSize(Notification.MAX_SUBJECT);
    }

    @Test
    @ExpectsWarnings
    void aPrefixStandsBeforePlainWordsToo() {
        Node node = world.node(
                START,
                settings -> settings.subjectPrefix("[IAM]").composer(digest -> {
                    throw new IllegalStateException("no words");
                }));
        node.notifier.report(World.issue("a"));
        node.advance(Duration.ofHours(5));

        assertThat(world.mail.received().get(0).subject()).isEqualTo("[IAM] Salesforce: 1 problem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "0123456789012345678901234567890"})
    void aPrefixIsShortAndOnOneLine(String prefix) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> world.node(START, settings -> settings.subjectPrefix(prefix)))
                .withMessageContaining("notifier.subjectPrefix is not one line of at most 30 characters");
    }
}
