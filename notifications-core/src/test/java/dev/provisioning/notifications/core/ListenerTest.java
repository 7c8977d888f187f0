package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.testkit.FaultyStore.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

@DisplayName("A listener is told of every transition, once")
class ListenerTest {
    private final World world = new World();
    private final NotificationListener listener = mock(NotificationListener.class);
    private final Node node =
            world.node(World.START, settings -> settings.listener(listener).maxBufferedIssues(1));
    private final Issue issue = issue("a");

    @Test
    void onTheWayOfAMail() {
        node.notifier.report(issue);
        node.notifier.report(issue);
        node.notifier.report(issue("b", Severity.INFO));
        node.gather();
        node.notifier.report(issue);

        InOrder order = inOrder(listener);
        order.verify(listener).issueHeld(issue, false);
        order.verify(listener).slotClaimed(APP, 1, 1);
        order.verify(listener).handedOver(APP, 1);
        order.verify(listener).accepted(eq(APP), eq(1L), any());
        order.verify(listener).issueHeld(issue, true);
        verifyNoMoreInteractions(listener);
    }

    @Test
    @ExpectsWarnings
    void onTheWayOfAMailThatFailsAtFirst() {
        world.mail.nextAnswers(DeliveryResult.retry(Stage.CONNECT, "connection refused"));
        world.mail.nextAnswers(DeliveryResult.rejected(Stage.RECIPIENT, "550 no such user"));
        world.mail.nextAnswers(DeliveryResult.misconfigured(Stage.SENDER, "553 not allowed"));
        world.mail.nextLosesReply(true);
        node.notifier.report(issue);
        node.advance(Duration.ofHours(9));

        InOrder order = inOrder(listener);
        order.verify(listener).issueHeld(issue, false);
        order.verify(listener).slotClaimed(APP, 1, 1);
        order.verify(listener).transportPaused(any(), any());
        order.verify(listener).retrying(eq(APP), eq(1L), any(), any());
        order.verify(listener).slotClaimed(APP, 1, 2);
        order.verify(listener).transportResumed();
        order.verify(listener).rejected(eq(APP), eq(1L), any(), any());
        order.verify(listener).slotClaimed(APP, 1, 3);
        order.verify(listener).misconfigured(eq(APP), eq(1L), any(), any());
        order.verify(listener).slotClaimed(APP, 1, 4);
        order.verify(listener).handedOver(APP, 1);
        order.verify(listener).inDoubt(eq(APP), eq(1L), any());
        verifyNoMoreInteractions(listener);
    }

    @Test
    @ExpectsWarnings
    void whenTheAnswerToTheRecordWasLost() {
        node.notifier.report(issue);
        world.store.failNext(ledger -> ledger.slot().number() == 2, Outcome.TAKES_EFFECT);

        node.advance(Duration.ofHours(1));

        verify(listener).accepted(eq(APP), eq(1L), any());
    }

    @Test
    @ExpectsWarnings
    void whenTheStoreIsLostAndBack() {
        world.store.lose();
        node.notifier.report(issue);
        node.notifier.report(issue("b"));
        node.advance(Duration.ofMinutes(5));
        world.store.restore();
        node.advance(Duration.ofSeconds(5));

        InOrder order = inOrder(listener);
        order.verify(listener).storeLost(any());
        order.verify(listener).issueBuffered(issue);
        order.verify(listener).issueRefused(eq(issue("b")), any());
        order.verify(listener).storeBack();
        verifyNoMoreInteractions(listener);
    }

    @Test
    void whenAnIssueIsOver() {
        node.notifier.report(issue);
        node.notifier.resolve(APP, "a");
        node.notifier.resolve(APP, "a");

        verify(listener).issueHeld(issue, false);
        verify(listener).issueResolved(APP, "a");
        verifyNoMoreInteractions(listener);
    }

    @Test
    void whenACycleHasFoundThatAnIssueIsOver() {
        node.notifier.report(issue);
        node.notifier.beginCycle(APP).complete();

        verify(listener).issueHeld(issue, false);
        verify(listener).issueResolved(APP, "a");
        verifyNoMoreInteractions(listener);
    }

    @Test
    void whenAnApplicationIsSwitchedOff() {
        node.notifier.report(issue);
        node.notifier.deactivate(APP);
        node.notifier.deactivate(APP);
        verify(listener).issuesDropped(APP, 1);

        node.notifier.report(issue);
        world.switchOff();
        node.gather();
        verify(listener, times(2)).issuesDropped(APP, 1);

        verify(listener, times(2)).issueHeld(issue, false);
        verify(listener).slotClaimed(APP, 1, 1);
        verifyNoMoreInteractions(listener);
    }

    @Test
    void whenTheNotifierIsClosed() {
        node.notifier.close();

        node.notifier.report(issue);

        verify(listener).issueRefused(eq(issue), any());
        verifyNoMoreInteractions(listener);
        assertThat(world.ledger().revision()).isZero();
    }
}
