package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.core.compose.PlainComposer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** One application has met a transport that is down, and the mail of another is the probe after the pause. */
@DisplayName("P5: a probe that tells nothing of the transport is followed by another")
@ExpectsWarnings
class ProbeTest {
    private static final AppId WAITING = AppId.of("contoso", "waiting");
    private static final AppId PROBE = AppId.of("contoso", "probe");

    private final World world = new World();
    private final NotificationListener listener = Mockito.mock(NotificationListener.class);
    private final Node node = world.node(
            World.START,
            settings -> settings.transport(this::deliver)
                    .subscriptions(this::subscription)
                    .composer(this::compose)
                    .listener(listener)
                    .policy(World.policy().gathering(Duration.ZERO).build()));
    private boolean up;
    private Runnable whenAsked = () -> {};
    private Runnable whenComposed = () -> {};
    private DeliveryResult answer = DeliveryResult.inDoubt("the reply was lost");
    private Subscription subscription = World.subscribed("team@example.com");

    @BeforeEach
    void pause() {
        node.notifier.report(issueOf(WAITING));
        node.advance(Duration.ofSeconds(1));
        assertThat(world.ledgerOf(WAITING).slot().attempts()).isEqualTo(1);
        node.notifier.report(issueOf(PROBE));
    }

    private void probeAndGoOn() {
        node.advance(Duration.ofMinutes(1));
        assertThat(up).as("the probe is over").isTrue();
        node.advance(Duration.ofHours(2));
        assertThat(world.mail.received()).extracting(Notification::app).contains(WAITING);
    }

    private Subscription subscription(AppId app) {
        if (app.equals(WAITING)) {
            return World.subscribed("team@example.com");
        }
        Subscription now = subscription;
        whenAsked.run();
        return now;
    }

    private Content compose(Digest digest) {
        if (digest.app().equals(PROBE)) {
            whenComposed.run();
        }
        return new PlainComposer().compose(digest);
    }

    private DeliveryResult deliver(Notification notification, PointOfNoReturn point) {
        if (notification.app().equals(WAITING)) {
            return up
                    ? world.mail.accept(notification, point)
                    : DeliveryResult.retry(Stage.CONNECT, "connection refused");
        }
        up = true;
        if (answer instanceof DeliveryResult.InDoubt) {
            point.pass();
        }
        return answer;
    }

    private static Issue issueOf(AppId app) {
        return Issue.builder(app, IssueKind.QUARANTINED)
                .key("a")
                .summary("Problem a")
                .build();
    }

    @Test
    void becauseItsApplicationIsSwitchedOff() {
        subscription = Subscription.off();
        whenAsked = () -> up = true;

        probeAndGoOn();
    }

    @Test
    void becauseItsSubscriptionIsNotKnown() {
        whenAsked = () -> {
            up = true;
            throw new IllegalStateException("a broken source");
        };

        probeAndGoOn();
    }

    @Test
    void becauseNothingIsHeldAnyMore() {
        whenAsked = () -> {
            whenAsked = () -> {};
            up = true;
            node.notifier.resolve(PROBE, "a");
        };

        probeAndGoOn();
    }

    @Test
    void becauseItsComposerFails() {
        whenComposed = () -> {
            up = true;
            throw new IllegalStateException("a broken composer");
        };

        probeAndGoOn();
    }

    @Test
    void becauseItsRecipientsHaveChanged() {
        whenComposed = () -> subscription = World.subscribed("others@example.com");

        probeAndGoOn();
    }

    @Test
    void becauseItIsInDoubt() {
        probeAndGoOn();
    }

    @Test
    void butOneThatTheServerHasAnsweredOpensTheGate() {
        answer = DeliveryResult.retry(Stage.RECIPIENT, "450 greylisted");

        probeAndGoOn();

        Mockito.verify(listener).transportResumed();
    }
}
