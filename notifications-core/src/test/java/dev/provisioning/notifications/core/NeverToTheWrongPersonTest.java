package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("P4: no mail but to those who want it, and none that is not clean")
class NeverToTheWrongPersonTest {
    private final World world = new World();

    @Test
    void whatIsSwitchedOffGetsNothing() {
        Node node = world.node();
        world.switchOff();

        assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.IGNORED);
        node.advance(Duration.ofDays(3));

        assertThat(world.mail.attempted()).isEmpty();
        assertThat(world.ledger().revision()).isZero();
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless source does
    void anApplicationOfWhichTheSourceSaysNothingGetsNothing() {
        Node node = world.node(World.START, settings -> settings.subscriptions(app -> null));

        node.notifier.report(issue("a"));
        node.advance(Duration.ofDays(3));

        assertThat(world.mail.attempted()).isEmpty();
    }

    @Test
    void allThatAreConfiguredGetItAndNobodyElse() {
        Node node = world.node();
        world.subscription = Subscription.builder("Salesforce")
                .recipient("team@example.com")
                .recipient("boss@example.com")
                .build();

        node.notifier.report(issue("a"));
        node.gather();

        assertThat(world.mail.received().get(0).recipients())
                .containsExactly(Recipient.mail("team@example.com"), Recipient.mail("boss@example.com"));
    }

    @Test
    void whoIsConfiguredWhenTheMailLeavesGetsIt() {
        Node node = world.node();
        node.notifier.report(issue("a"));
        world.mail.nextDoes((notification, point) -> {
            world.subscription = World.subscribed("others@example.com");
            return world.mail.accept(notification, point);
        });

        node.gather();

        assertThat(world.mail.received())
                .extracting(mail -> mail.recipients().get(0))
                .containsExactly(Recipient.mail("others@example.com"));
    }

    @Test
    void aSourceThatFailsRightBeforeTheMailLeavesHoldsItBack() {
        Node node = world.node();
        node.notifier.report(issue("a"));
        world.mail.nextDoes((notification, point) -> {
            world.sourceFails = true;
            return world.mail.accept(notification, point);
        });

        node.gather();
        assertThat(world.mail.attempted()).hasSize(1);
        assertThat(world.mail.received()).isEmpty();

        world.sourceFails = false;
        node.advance(Duration.ofHours(1));
        assertThat(world.named()).containsExactly(List.of("a"));
    }

    static List<Content> unclean() {
        return List.of(
                new Content("Salesforce\r\nBcc: everybody@example.com", "text", null),
                new Content("Salesforce\nX-Header: 1", "text", null),
                new Content("nothing\0", "text", null),
                new Content("long ".repeat(60), "text", null),
                new Content(" ", "text", null),
                new Content("Salesforce", "bell \u0007", null),
                new Content("Salesforce", "text", "<p>\u0000</p>"));
    }

    @ParameterizedTest
    @MethodSource("unclean")
    @ExpectsWarnings
    void aComposerThatIsNotCleanFailsAndPlainWordsTakeItsPlaceInTheEnd(Content unclean) {
        List<Throwable> told = new ArrayList<>();
        NotificationListener listener = new NotificationListener() {
            @Override
            public void compositionFailed(AppId app, long slot, Throwable cause) {
                told.add(cause);
            }
        };
        Node node = world.node(
                World.START, settings -> settings.composer(digest -> unclean).listener(listener));
        node.notifier.report(issue("a"));

        node.gather();
        assertThat(world.ledger().slot().phase()).isEqualTo(Phase.RETRY);
        assertThat(told).hasSize(1);

        node.advance(Duration.ofHours(5));
        assertThat(told).hasSize(3).allMatch(cause -> cause.toString().contains("IllegalArgumentException"));
        assertThat(world.mail.received()).hasSize(1);
        assertThat(world.mail.received().get(0).subject()).isEqualTo("Salesforce: 1 problem");
        assertThat(world.mail.received().get(0).text()).contains("Problem a");
    }

    @Test
    void aComposerIsNotBlamedForAnApplicationThatIsSwitchedOffAgainAndAgain() {
        Node node = world.node(
                World.START, settings -> settings.composer(digest -> new Content("by the composer", "text", null)));
        for (int i = 0; i < 5; i++) {
            world.switchOn();
            node.notifier.report(issue("a"));
            world.switchOff();
            node.gather();
        }
        world.switchOn();

        node.notifier.report(issue("a"));
        node.gather();

        assertThat(world.mail.received()).extracting("subject").containsExactly("by the composer");
    }

    @Test
    void whatWasResolvedLeavesNoTroubleBehind() {
        Node node = world.node();
        world.mail.nextAnswers(DeliveryResult.retry(Stage.SENDER, "450 later"));
        node.notifier.report(issue("a"));
        node.gather();
        node.notifier.resolve(APP, "a");
        node.advance(Duration.ofDays(3));

        node.notifier.report(issue("b"));

        assertThat(node.notifier.explain(APP).failingSince()).isNull();
        assertThat(node.notifier.explain(APP).fault()).isNull();
    }
}
