package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.Explanation.Verdict;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Ten thousand issues of one application with texts of ten megabytes, and a thousand recipients")
class GiantTextsTest {
    private static final int ISSUES = 10_000;
    private static final int GIANTS = 20;
    private static final String GIANT = "The target answered: <html>\r\n".repeat(10_000_000 / 29);

    private final World world = new World();
    private final Node node = world.node();

    private static Issue issue(int number) {
        String answered = number < GIANTS ? GIANT : "It did not answer.";
        return Issue.builder(APP, IssueKind.TARGET_UNREACHABLE)
                .key("key-" + number)
                .summary(Issue.oneLine(answered))
                .detail(Issue.lines(answered))
                .fact("Answer", Issue.oneLine(answered))
                .build();
    }

    @Test
    void takeNoMoreRoomThanABoundAndAreAllCountedInOneMailOfBoundedLength() {
        for (int i = 0; i < ISSUES; i++) {
            assertThat(node.notifier.report(issue(i))).isIn(Disposition.HELD, Disposition.MERGED);
        }
        int kept = world.ledger().entries().values().stream()
                .mapToInt(GiantTextsTest::length)
                .sum();
        node.gather();

        assertThat(kept).isLessThan(101 * (Issue.MAX_SUMMARY + Issue.MAX_DETAIL + Issue.MAX_FACT_VALUE));
        assertThat(world.mail.received()).hasSize(1);
        Notification mail = world.mail.received().get(0);
        assertThat(mail.text()).contains("9,900").hasSizeLessThan(120_000);
        assertThat(Objects.requireNonNull(mail.html())).hasSizeLessThan(250_000);
    }

    private static int length(Entry entry) {
        Issue issue = entry.issue();
        return issue.summary().length()
                + issue.detail().length()
                + issue.facts().values().stream().mapToInt(String::length).sum();
    }

    @Test
    void areRefusedWhereNobodyHasCutThemInWordsThatAreShort() {
        Issue.Builder tooLong =
                Issue.builder(APP, IssueKind.QUARANTINED).summary("Quarantined").detail(GIANT);

        assertThatIllegalArgumentException()
                .isThrownBy(tooLong::build)
                .satisfies(refusal -> assertThat(refusal)
                        .message()
                        .contains("issue.detail has", "more than 4000")
                        .hasSizeLessThan(200));
    }

    @Test
    void areNotAddressedByOneMailAndWhatWasReportedMeanwhileIsNotLost() {
        List<Recipient> thousand = IntStream.range(0, 1_000)
                .mapToObj(i -> Recipient.mail("user" + i + "@example.com"))
                .toList();
        Subscription.Builder wrong = Subscription.builder("Salesforce");
        thousand.forEach(wrong::recipient);
        assertThatIllegalArgumentException()
                .isThrownBy(wrong::build)
                .withMessage("subscription.recipients has 1000 elements, more than 50");
        node.notifier.report(issue(1));
        world.sourceFails = true; // as one does that lets this through

        node.gather();
        assertThat(world.mail.attempted()).isEmpty();
        assertThat(node.notifier.explain(APP).verdict()).isEqualTo(Verdict.SUBSCRIPTION_UNKNOWN);

        Subscription.Builder right = Subscription.builder("Salesforce");
        thousand.subList(0, Subscription.MAX_RECIPIENTS).forEach(right::recipient);
        world.subscription = right.build();
        world.sourceFails = false;
        node.advance(Duration.ofHours(2));
        assertThat(world.mail.received()).hasSize(1);
        assertThat(world.mail.received().get(0).recipients()).hasSize(Subscription.MAX_RECIPIENTS);
    }
}
