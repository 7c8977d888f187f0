package dev.provisioning.notifications;

import static dev.provisioning.notifications.Refusals.assertRefused;
import static dev.provisioning.notifications.Samples.APP;
import static dev.provisioning.notifications.Samples.NOON;
import static dev.provisioning.notifications.Samples.REPORT;
import static dev.provisioning.notifications.Samples.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IssueTest {
    private static Issue issueWith(Map<String, String> facts, List<ReportLink> links) {
        return new Issue(APP, IssueKind.QUARANTINED, "key", Severity.INFO, "summary", "", "", facts, links, null, NOON);
    }

    @Test
    void aBuilderNeedsNothingButASummary() {
        Issue issue = Issue.builder(APP, IssueKind.QUOTA_EXCEEDED)
                .summary("No seats left")
                .build();

        assertThat(issue)
                .isEqualTo(new Issue(
                        APP,
                        IssueKind.QUOTA_EXCEEDED,
                        "quota-exceeded",
                        Severity.CRITICAL,
                        "No seats left",
                        "",
                        "",
                        Map.of(),
                        List.of(),
                        null,
                        null));
        assertRefused(
                "issue.summary",
                () -> Issue.builder(APP, IssueKind.QUOTA_EXCEEDED).build());
    }

    @Test
    void aBuilderHandsOverAllThatItWasGiven() {
        Issue issue = issue().key("sign-in")
                .severity(Severity.URGENT)
                .detail("detail")
                .remedy("remedy")
                .fact("host", "a")
                .fact("code", "401")
                .link(REPORT)
                .deadline(NOON, "Provisioning stops.")
                .occurredAt(NOON)
                .build();

        assertThat(issue)
                .isEqualTo(new Issue(
                        APP,
                        IssueKind.CREDENTIALS_INVALID,
                        "sign-in",
                        Severity.URGENT,
                        "The password has expired",
                        "detail",
                        "remedy",
                        Map.of("code", "401", "host", "a"),
                        List.of(REPORT),
                        new Deadline(NOON, "Provisioning stops."),
                        NOON));
    }

    @Test
    void aBuilderMayBeUsedAgainWithoutAnEffectOnWhatItHasMade() {
        Issue.Builder builder = issue().fact("a", "1").link(REPORT);
        Issue first = builder.build();

        Issue second = builder.fact("b", "2").link(REPORT).build();

        assertThat(first.facts()).containsOnlyKeys("a");
        assertThat(first.links()).hasSize(1);
        assertThat(second.facts()).containsOnlyKeys("a", "b");
        assertThat(second.links()).hasSize(2);
    }

    @Test
    void aKeyMayNotBeginWithThePlusThatIsReserved() {
        assertRefused("issue.key", () -> issue().key("+quota").build()).hasMessageContaining("reserved: \"+quota\"");
        assertThat(issue().key("a+b+").build().key()).isEqualTo("a+b+");
    }

    @Test
    void noPartMayBeMissing() {
        assertRefused("issue.app", () -> Issue.builder(Absent.value(), IssueKind.QUARANTINED));
        assertRefused("issue.kind", () -> Issue.builder(APP, Absent.value()));
        assertRefused("issue.severity", () -> issue().severity(Absent.value()).build());
        assertRefused("issue.facts", () -> issueWith(Absent.value(), List.of()));
        assertRefused("issue.links", () -> issueWith(Map.of(), Absent.value()));
        assertRefused(
                "issue.links[1]",
                () -> issue().link(REPORT).link(Absent.value()).build());
        assertRefused("deadline.at", () -> issue().deadline(Absent.value(), "It stops."));
    }

    @Test
    void factsKeepTheirOrder() {
        Issue.Builder builder = issue();
        List<String> names = List.of("z", "a", "m", "b", "y", "İ", "i");
        names.forEach(name -> builder.fact(name, name));

        assertThat(builder.build().facts().keySet()).containsExactlyElementsOf(names);
    }

    @Test
    void factsAndLinksAreCopied() {
        Map<String, String> facts = new LinkedHashMap<>(Map.of("a", "1"));
        List<ReportLink> links = new ArrayList<>(List.of(REPORT));
        Issue issue = issueWith(facts, links);

        facts.put("b", "2");
        links.clear();

        assertThat(issue.facts()).containsOnlyKeys("a");
        assertThat(issue.links()).containsExactly(REPORT);
        assertThatThrownBy(() -> issue.facts().put("c", "3")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> issue.links().add(REPORT)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void factsAndLinksAreBounded() {
        Issue.Builder builder = issue();
        for (int i = 0; i < Issue.MAX_FACTS; i++) {
            builder.fact("fact " + i, "");
        }
        for (int i = 0; i < Issue.MAX_LINKS; i++) {
            builder.link(REPORT);
        }
        assertThat(builder.build().facts()).hasSize(20);
        assertThat(builder.build().links()).hasSize(10);

        builder.link(REPORT);
        assertRefused("issue.links", builder::build).hasMessageContaining("11 elements, more than 10");
        builder.fact("one more", "");
        assertRefused("issue.facts", builder::build).hasMessageContaining("21 elements, more than 20");
    }

    @Test
    void twoOfTheSamePartsAreEqual() {
        assertThat(issue().build()).isEqualTo(issue().build()).hasSameHashCodeAs(issue().build());
        assertThat(issue().build())
                .isNotEqualTo(issue().key("other").build())
                .isNotEqualTo(issue().occurredAt(Instant.EPOCH).build());
    }

    @Nested
    @DisplayName("One line of any text")
    class OneLine {
        private static void assertLine(@Nullable String text, String line) {
            assertThat(Issue.oneLine(text)).isEqualTo(line);
            assertThat(issue().summary(Issue.oneLine(text)).build().summary()).isEqualTo(line);
            assertThat(DeliveryFault.at(Stage.CONNECT, text).text()).isNotBlank();
        }

        @Test
        void hasNoControlCharactersAndSingleSpaces() {
            assertLine("  connection\r\n\treset \u0000\u2028 by  peer ", "connection reset by peer");
            assertLine("a\u00a0\u2003b\ud83d", "a b");
            assertLine("\ud83d\ude00\ud83d\ude00", "\ud83d\ude00\ud83d\ude00");
        }

        @Test
        void saysSoIfThereIsNone() {
            for (String nothing : new String[] {"", " ", "\n\r\u0000", "\u00a0", "\u2003\u2028", "\ud83d"}) {
                assertLine(nothing, "(no text)");
            }
            assertLine(null, "(no text)");
        }

        @Test
        void isCutOnlyIfItIsTooLong() {
            assertLine("x".repeat(200), "x".repeat(200));
            assertLine("x".repeat(201), "x".repeat(200));
            assertLine("x".repeat(199) + " y", "x".repeat(199));
        }

        @Test
        void isNeverCutThroughALetter() {
            assertLine("x" + "\ud83d\ude00".repeat(100), "x" + "\ud83d\ude00".repeat(99));
        }

        @Test
        void findsTheTextBehindAnyAmountOfWhiteSpace() {
            assertLine("\n".repeat(10_000) + "at last", "at last");
        }
    }
}
