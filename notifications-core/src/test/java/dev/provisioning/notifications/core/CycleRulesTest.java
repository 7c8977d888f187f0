package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Cycle;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Entry;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Rule 13: a completed cycle resolves what it did not report, and nobody else has since it began")
class CycleRulesTest {
    private final World world = new World();
    private final Node node = world.node();
    private final Node other = world.node();

    @Test
    void whatTheCycleDidNotReportIsResolved() {
        node.notifier.report(issue("a"));
        node.notifier.report(issue("b"));

        try (Cycle cycle = node.notifier.beginCycle(APP)) {
            cycle.report(issue("b"));
            assertThat(cycle.complete()).isEqualTo(1);
            assertThat(cycle.complete()).isZero();
        }

        assertThat(world.ledger().entries()).containsOnlyKeys("b");
    }

    @Test
    void aCycleThatIsNotCompletedResolvesNothing() {
        node.notifier.report(issue("a"));

        Cycle cycle = node.notifier.beginCycle(APP);
        cycle.close();

        assertThat(cycle.complete()).isZero();
        assertThat(world.ledger().entries()).containsOnlyKeys("a");
    }

    @Test
    void whatSomebodyElseReportedSinceItBeganStays() {
        node.notifier.report(issue("a"));
        Cycle cycle = node.notifier.beginCycle(APP);
        other.notifier.report(issue("a"));

        assertThat(cycle.complete()).isZero();

        assertThat(world.ledger().entries()).containsOnlyKeys("a");
    }

    @Test
    void whatThisNodeAnsweredFromMemoryBesideItStays() {
        node.notifier.report(issue("a"));
        Cycle cycle = node.notifier.beginCycle(APP);
        assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.MERGED);

        assertThat(cycle.complete()).isZero();

        assertThat(world.entry("a").count()).isEqualTo(2);
    }

    @Test
    void repeatsFromBeforeTheCycleDoNotKeepAnIssueAlive() {
        node.notifier.report(issue("a"));
        node.notifier.report(issue("a"));

        Cycle cycle = node.notifier.beginCycle(APP);

        assertThat(cycle.complete()).isEqualTo(1);
        node.advance(Duration.ofHours(1));
        assertThat(world.mail.received()).isEmpty();
    }

    @Test
    void aRepeatWhileTheResolveIsCommittedIsWrittenAndStays() {
        node.notifier.report(issue("a"));
        Cycle cycle = node.notifier.beginCycle(APP);
        Disposition[] answer = new Disposition[1];
        world.store.beforeNext(
                ledger -> ledger.entries().isEmpty(), () -> answer[0] = node.notifier.report(issue("a")));

        assertThat(cycle.complete()).isZero();

        assertThat(answer[0]).isEqualTo(Disposition.MERGED);
        assertThat(world.entry("a").count())
                .as("it did not stay in memory, where the resolve would not have seen it")
                .isEqualTo(2);
    }

    @Test
    void aReportedIssueThatACycleResolvesIsShownAsResolvedInTheNextMail() {
        node.notifier.report(issue("a"));
        node.gather();
        node.notifier.beginCycle(APP).complete();
        assertThat(world.entry("a").status()).isEqualTo(Entry.Status.RESOLVED);

        node.notifier.report(issue("b"));
        node.advance(Duration.ofDays(1));

        assertThat(world.mail.received()).hasSize(2);
        assertThat(world.mail.received().get(1).text()).contains("Problem b").contains("Problem a");
        assertThat(world.ledger().entries()).containsOnlyKeys("b");
    }

    @Test
    void aResolvedIssueNeverCausesAMail() {
        node.notifier.report(issue("a"));
        node.gather();
        node.notifier.resolve(APP, "a");

        node.advance(Duration.ofDays(5));

        assertThat(world.mail.received()).hasSize(1);
    }

    @Test
    void whatIsCountedOnlyStaysAsLongAsTheCycleReportsItsKind() {
        Node small = world.node(World.START, settings -> settings.maxIssuesPerApplication(1));
        small.notifier.report(issue("a"));
        small.notifier.report(issue("b"));
        String counted = "+" + IssueKind.CREDENTIALS_INVALID;
        assertThat(world.ledger().entries()).containsOnlyKeys("a", counted);

        Cycle still = small.notifier.beginCycle(APP);
        still.report(issue("b"));
        still.complete();
        assertThat(world.ledger().entries()).containsOnlyKeys(counted);

        small.notifier.beginCycle(APP).complete();
        assertThat(world.ledger().entries()).isEmpty();
    }

    @Test
    @ExpectsWarnings
    void aCycleThatCannotReadTheStoreResolvesNothing() {
        node.notifier.report(issue("a"));
        world.store.lose();
        Cycle cycle = node.notifier.beginCycle(APP);
        world.store.restore();

        assertThat(cycle.complete()).isZero();
        assertThat(world.ledger().entries()).containsOnlyKeys("a");
    }

    @Test
    void anotherApplicationsIssueIsNotACycles() {
        Issue foreign = Issue.builder(AppId.of("contoso", "workday"), IssueKind.QUARANTINED)
                .summary("Workday is in quarantine")
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> node.notifier.beginCycle(APP).report(foreign))
                .withMessageContaining("contoso/workday");
    }
}
