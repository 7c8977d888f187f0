package dev.provisioning.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Texts as targets and exceptions bring them. */
class IssueFuzzTest {
    private static final AppId APP = AppId.of("contoso", "hr");

    @FuzzTest
    void aTextIsRefusedInOneLineOrKeptAsItIs(byte[] input) {
        List<String> parts = AnyText.several(input, 5);
        String text = parts.get(0);

        assertFits(Issue.oneLine(text), Issue.lines(text));
        try {
            Issue issue = Issue.builder(APP, IssueKind.of(parts.get(1)))
                    .key(parts.get(2))
                    .summary(text)
                    .detail(parts.get(3))
                    .fact(parts.get(4), text)
                    .build();
            assertKept(issue, parts);
        } catch (IllegalArgumentException refused) {
            Refusals.assertReadable(refused);
        }
    }

    /** Any text makes a valid summary and a valid detail, and what is valid stays as it is. */
    private static void assertFits(String line, String lines) {
        Issue issue = Issue.builder(APP, IssueKind.QUARANTINED)
                .summary(line)
                .detail(lines)
                .build();

        assertThat(Issue.oneLine(issue.summary())).isEqualTo(line).hasSizeLessThanOrEqualTo(Issue.MAX_SUMMARY);
        assertThat(Issue.lines(issue.detail())).isEqualTo(lines).hasSizeLessThanOrEqualTo(Issue.MAX_DETAIL);
        assertThat(line.codePoints()).noneMatch(breaking(""));
        assertThat(lines.codePoints()).noneMatch(breaking("\n\t"));
    }

    private static void assertKept(Issue issue, List<String> parts) {
        assertThat(issue.kind().name()).isEqualTo(parts.get(1));
        assertThat(issue.key()).isEqualTo(parts.get(2)).doesNotStartWith("+");
        assertThat(issue.summary()).isEqualTo(parts.get(0));
        assertThat(issue.detail()).isEqualTo(parts.get(3));
        assertThat(issue.facts()).isEqualTo(Map.of(parts.get(4), parts.get(0)));
        assertThat((issue.kind() + issue.key() + issue.summary() + parts.get(4)).codePoints())
                .noneMatch(breaking(""));
        assertThat(issue.detail().codePoints()).noneMatch(breaking("\n\t"));
    }

    /** What ends a line, or has no place in one. */
    private static Predicate<Integer> breaking(String allowed) {
        return c -> allowed.indexOf(c) < 0
                && switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }
}
