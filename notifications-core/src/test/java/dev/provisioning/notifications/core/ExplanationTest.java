package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.Explanation.Verdict;
import dev.provisioning.notifications.core.World.Node;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P6: an explanation says why a mail will go out, or why not")
class ExplanationTest {
    private final World world = new World();
    private final Node node = world.node();

    private Explanation explained(Verdict verdict) {
        Explanation explanation = node.notifier.explain(APP);
        assertThat(explanation.app()).isEqualTo(APP);
        assertThat(explanation.verdict()).isEqualTo(verdict);
        return explanation;
    }

    @AfterEach
    void noAddressIsShown() {
        assertThat(node.notifier.explain(APP).toString())
                .doesNotContain("team@")
                .startsWith("contoso/salesforce: ");
    }

    @Test
    void switchedOff() {
        node.notifier.report(issue("a"));
        world.switchOff();

        Explanation explanation = explained(Verdict.SWITCHED_OFF);

        assertThat(explanation.nextMailAt()).isNull();
        assertThat(explanation).hasToString("contoso/salesforce: notifications are switched off; issues waiting: 1");
    }

    @Test
    void subscriptionUnknown() {
        world.sourceFails = true;

        explained(Verdict.SUBSCRIPTION_UNKNOWN);
    }

    @Test
    @ExpectsWarnings
    void storeLost() {
        node.notifier.report(issue("a"));
        world.store.lose();

        assertThat(explained(Verdict.STORE_LOST)).hasToString("contoso/salesforce: the store is out of reach");
    }

    @Test
    void nothingHeld() {
        node.notifier.report(issue("a", Severity.WARNING));

        assertThat(explained(Verdict.NOTHING_HELD)).hasToString("contoso/salesforce: nothing to tell");
    }

    @Test
    void gathering() {
        node.notifier.report(issue("a"));

        assertThat(explained(Verdict.GATHERING))
                .hasToString("contoso/salesforce: a mail is being gathered; issues waiting: 1;"
                        + " next mail at 2026-03-02T14:01:00Z");
    }

    @Test
    void sending() {
        node.notifier.report(issue("a"));
        world.mail.nextDoes((notification, point) -> {
            assertThat(explained(Verdict.SENDING).nextMailAt()).isNull();
            point.pass();
            explained(Verdict.SENDING);
            return DeliveryResult.accepted(notification);
        });

        node.gather();
        assertThat(world.mail.attempted()).hasSize(1);
    }

    @Test
    void slotUsed() {
        node.notifier.report(issue("a"));
        node.gather();
        assertThat(explained(Verdict.NOTHING_HELD).lastMail()).isNotNull();
        node.notifier.report(issue("b"));

        assertThat(explained(Verdict.SLOT_USED))
                .hasToString("contoso/salesforce: this window's mail has left, the rest waits for the next;"
                        + " issues waiting: 1; next mail at 2026-03-03T08:00:00Z;"
                        + " last mail at 2026-03-02T14:01:00Z, accepted for 1 of 1 recipient");
    }

    @Test
    @ExpectsWarnings
    void slotUsedThoughThePolicyFailsToSayUntilWhen() {
        boolean[] broken = new boolean[1];
        Node other = world.node(
                World.START,
                settings -> settings.policy(new BreakablePolicy() {
                    @Override
                    public Instant opensAt(AppId app, Instant usedAt, ZoneId zone) {
                        if (broken[0]) {
                            throw new IllegalStateException("broken");
                        }
                        return super.opensAt(app, usedAt, zone);
                    }
                }));
        other.notifier.report(issue("a"));
        other.gather();
        other.notifier.report(issue("b"));

        broken[0] = true;

        assertThat(other.notifier.explain(APP).verdict()).isEqualTo(Verdict.SLOT_USED);
    }

    @Test
    void howManyRecipientsWereAccepted() {
        world.subscription = Subscription.builder("Salesforce")
                .recipient("team@example.com")
                .recipient("gone@example.com")
                .build();
        node.notifier.report(issue("a"));
        world.mail.nextDoes((notification, point) -> {
            point.pass();
            return new DeliveryResult.Accepted(List.of(
                    RecipientOutcome.accepted(notification.recipients().get(0)),
                    RecipientOutcome.refused(
                            notification.recipients().get(1), DeliveryFault.at(Stage.RECIPIENT, "550 gone"))));
        });

        node.gather();

        assertThat(explained(Verdict.NOTHING_HELD))
                .hasToString(
                        "contoso/salesforce: nothing to tell; last mail at 2026-03-02T14:01:00Z, accepted for 1 of 2"
                                + " recipients");
    }

    @Test
    @ExpectsWarnings
    void slotUsedByAMailInDoubt() {
        node.notifier.report(issue("a"));
        world.mail.nextLosesReply(false);
        node.gather();

        assertThat(explained(Verdict.SLOT_USED).toString()).contains("perhaps accepted for 1 of 1 recipient");
    }

    @Test
    void retrying() {
        node.notifier.report(issue("a"));
        world.mail.nextAnswers(DeliveryResult.retry(Stage.RECIPIENT, "450 greylisted"));
        node.gather();

        assertThat(explained(Verdict.RETRYING).toString())
                .contains("issues waiting: 1; next mail at ")
                .endsWith("; failing since 2026-03-02T14:01:00Z, attempts: 1; RECIPIENT: 450 greylisted");
    }

    @Test
    @ExpectsWarnings
    void rejected() {
        node.notifier.report(issue("a"));
        world.mail.nextAnswers(DeliveryResult.rejected(Stage.RECIPIENT, "550 no such user"));
        node.gather();

        assertThat(explained(Verdict.REJECTED).toString()).contains("the mail was refused", "550 no such user");
    }

    @Test
    @ExpectsWarnings
    void misconfigured() {
        node.notifier.report(issue("a"));
        world.mail.nextAnswers(DeliveryResult.misconfigured(Stage.SENDER, "553 not your domain"));
        node.gather();

        assertThat(explained(Verdict.MISCONFIGURED).toString()).contains("the set-up", "553 not your domain");
    }

    @Test
    @ExpectsWarnings
    void transportPaused() {
        node.notifier.report(issue("a"));
        world.mail.nextAnswers(DeliveryResult.retry(Stage.CONNECT, "connection refused"));
        node.gather();

        Explanation explanation = explained(Verdict.TRANSPORT_PAUSED);
        assertThat(explanation.fault()).isNotNull().hasToString("CONNECT: connection refused");
        assertThat(explanation.attempts()).isEqualTo(1);
    }
}
