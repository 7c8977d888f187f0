package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise P2: what a mail does not name, it counts. */
class CountsTest {
    private static final Pattern NUMBERED = Pattern.compile("(?m)^\\d+\\. ");
    private static final Pattern COUNTED =
            Pattern.compile("(?m)^- (?:Quota used up|Quota exceeded|Own kind): (\\d+)(?: problems?)?$");

    private final List<Composer> composers = List.of(TemplateComposer.create(), new PlainComposer());

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 19, 20, 21, 22, 100, 500})
    void everyProblemIsNamedOrCounted(int problems) {
        Digest digest = Digests.with(Digests.many(problems), List.of(), Map.of());

        for (Composer composer : composers) {
            Content content = composer.compose(digest);
            assertThat(named(content) + counted(content)).isEqualTo(problems);
            assertThat(named(content)).isEqualTo(Math.min(20, problems));
            assertThat(content.subject() + content.text()).contains(problems == 1 ? "problem" : problems + " problems");
            Mails.notification(digest, content);
            Mails.assertNarrow(content.text());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 21, 100})
    void htmlNamesAndCountsTheSame(int problems) {
        String html = Mails.html(composers.get(0).compose(Digests.with(Digests.many(problems), List.of(), Map.of())));

        assertThat(Pattern.compile("<h2[^>]*>\\d+\\. ").matcher(html).results()).hasSize(Math.min(20, problems));
        assertThat(html.contains("And " + (problems - 20) + " more problem")).isEqualTo(problems > 20);
        Mails.assertWellFormed(html);
    }

    @Test
    void whatWasCountedOnlyIsToldByKind() {
        Digest digest = Digests.with(
                Digests.many(100),
                List.of(),
                Map.of(IssueKind.QUOTA_EXCEEDED, 12_000L, IssueKind.of("own-kind"), 1L, IssueKind.JOB_DISABLED, 0L));

        Content content = composers.get(0).compose(digest);

        assertThat(content.subject()).endsWith(", over 99 more problems");
        assertThat(content.text())
                .contains("more than 100 problems")
                .contains("- Quota used up: 12,000 more reports\n- Own kind: 1 more report\n")
                .doesNotContain("Provisioning is switched off");
        assertThat(composers.get(1).compose(digest).text())
                .contains("- Quota exceeded: 12000\n- Own kind: 1\n")
                .doesNotContain("Job disabled");
    }

    @Test
    void aMailMayHaveNothingToTellButCounts() {
        Digest digest = Digests.with(List.of(), List.of(), Map.of(IssueKind.QUOTA_EXCEEDED, 7L));

        Content content = composers.get(0).compose(digest);
        assertThat(content.subject()).isEqualTo("Salesforce: quota used up, and more");
        assertThat(Mails.unwrapped(content))
                .startsWith("Account provisioning to Salesforce has problems that need somebody to act.")
                .contains("- Quota used up: 7 more reports");
        assertThat(Mails.html(content)).contains("Quota used up: 7 more reports");
        assertThat(composers.get(1).compose(digest).text()).contains("- Quota exceeded: 7\n");
    }

    @Test
    void whatIsResolvedIsNamedOrCounted() {
        List<DigestItem> resolved = Digests.many(25).stream()
                .map(item -> Digests.resolved(item.issue()))
                .toList();
        Digest digest = Digests.with(Digests.many(1), resolved, Map.of());

        for (Composer composer : composers) {
            assertThat(composer.compose(digest).text())
                    .contains("Problem number 20 of many.")
                    .contains("- and 5 more\n")
                    .doesNotContain("Problem number 21 of many");
        }
    }

    @Test
    void aMailThatWouldBeCutShortListsLessAndCountsMore() {
        List<DigestItem> items = Digests.many(20).stream()
                .map(DigestItem::issue)
                .map(issue -> Issue.builder(issue.app(), issue.kind())
                        .key(issue.key())
                        .summary(issue.summary())
                        .detail("\"".repeat(Issue.MAX_DETAIL))
                        .build())
                .map(Digests::item)
                .toList();
        Digest digest = Digests.with(items, List.of(), Map.of());

        Content content = composers.get(0).compose(digest);

        assertThat(named(content)).isBetween(1L, 5L);
        assertThat(named(content) + counted(content)).isEqualTo(20);
        assertThat(Mails.html(content)).hasSizeLessThan(100_000);
    }

    private static long named(Content content) {
        return NUMBERED.matcher(content.text()).results().count();
    }

    private static long counted(Content content) {
        return COUNTED.matcher(content.text())
                .results()
                .map((MatchResult match) -> match.group(1))
                .mapToLong(Long::parseLong)
                .sum();
    }
}
