package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Promise P4: whatever an issue says, it says it as words and as nothing else. */
class HostileValuesTest {
    private static final String UNSEEN = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C";

    private final TemplateComposer composer = TemplateComposer.create();

    static List<String> hostile() {
        return List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</style></td></table><h1>",
                "{{headline}}{{{subject}}}{{#problems}}{{/problems}}",
                "{{=<% %>=}}<%headline%>",
                "{0} {1} ''{2}''",
                "%s %n ${env} #{x}",
                "a".repeat(90) + "\u202Emoc.live\u202C",
                "&lt;b&gt; &amp;",
                "-- \n.\nRCPT");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void everyFieldIsEscapedInHtmlAndTakenByTheLetter(String value) {
        Digest digest = everywhere(value);

        Content content = composer.compose(digest);

        String html = Mails.html(content);
        Mails.notification(digest, content);
        Mails.assertWellFormed(html);
        Mails.assertNarrow(content.text());
        assertThat(html).doesNotContain("<script", "<img", "<b>", "' onmouseover", "\u202E");
        assertThat(Mails.unwrapped(content).replace(" ", ""))
                .contains("1." + Tidy.line(value).replace(" ", ""));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void thePlainComposerStandsItToo(String value) {
        Digest digest = everywhere(value);

        Content content = new PlainComposer().compose(digest);

        Mails.notification(digest, content);
        Mails.assertNarrow(content.text());
        assertThat(content.html()).isNull();
    }

    @Test
    void nothingUnseenTurnsALineAround() {
        Digest digest = everywhere("a" + UNSEEN + "b");

        for (Composer each : List.of(composer, new PlainComposer())) {
            Content content = each.compose(digest);
            assertThat(content.subject() + content.text() + content.html())
                    .contains("ab")
                    .matches("(?s)[^" + UNSEEN + "]*");
        }
    }

    @Test
    void aValueOfNothingButUnseenMarksStillLeavesAMail() {
        Digest digest = everywhere(UNSEEN);

        for (Composer each : List.of(composer, new PlainComposer())) {
            Content content = each.compose(digest);
            assertThat(Mails.notification(digest, content).subject()).startsWith("app: ");
            assertThat(content.text()).contains("1. Own");
        }
    }

    @Test
    void momentsOutsideEveryCalendarAreShown() {
        Issue issue = Digests.signInRefused().deadline(Instant.MAX, "Nothing.").build();
        DigestItem item = new DigestItem(
                issue, issue.severity(), Instant.MIN, Instant.MAX, Long.MAX_VALUE, 1, false, false, false, null);

        assertThat(composer.compose(Digests.of(item)).text()).contains("9999", "9,223,372,036,854,775,807 times");
        assertThat(new PlainComposer().compose(Digests.of(item)).text()).contains("9999");
    }

    @Test
    void anAddressOutsideAsciiIsShownAsTheMachineReadsIt() {
        Digest digest = Digests.of(Digests.ownKind()
                .link(new ReportLink("Bericht", URI.create("https://example.com/\u202Eä?a=1&b='2'"), null))
                .build());

        Content content = composer.compose(digest);

        assertThat(content.text()).contains("https://example.com/%E2%80%AE%C3%A4?a=1&b='2'");
        assertThat(content.html()).contains("%E2%80%AE%C3%A4?a&#x3D;1&amp;b&#x3D;&#39;2&#39;\"");
    }

    private static Digest everywhere(String value) {
        String line = value.replace('\n', ' ');
        AppId app = AppId.of("tenant", "app");
        ReportLink link =
                new ReportLink(cut(line, ReportLink.MAX_LABEL), URI.create("https://example.com/x"), cut(line, 100));
        Issue issue = Issue.builder(app, IssueKind.of("own"))
                .summary(line)
                .detail(value)
                .remedy(value)
                .fact(cut(line, Issue.MAX_FACT_NAME), value)
                .link(link)
                .deadline(Digests.NOW.plusSeconds(60), line)
                .build();
        Subscription subscription = Subscription.builder(cut(line, Subscription.MAX_NAME))
                .recipient("a@example.com")
                .report(link)
                .settings(link)
                .build();
        return new Digest(
                app,
                subscription,
                1,
                Digests.NOW,
                null,
                Digests.NOW,
                null,
                List.of(Digests.item(issue)),
                List.of(Digests.resolved(issue)),
                Map.of(issue.kind(), 3L));
    }

    private static String cut(String text, int max) {
        return text.substring(0, Math.min(text.length(), max));
    }
}
