package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Claim;
import dev.provisioning.notifications.spi.Handover;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An application that is erased")
class EraseTest {
    private final World world = new World();
    private final List<Integer> dropped = new ArrayList<>();
    private final Node node = world.node(
            World.START,
            settings -> settings.listener(new NotificationListener() {
                @Override
                public void issuesDropped(AppId app, int issues) {
                    dropped.add(issues);
                }
            }));

    private void assertNothingIsKept() {
        assertThat(world.ledger().entries()).isEmpty();
        assertThat(world.ledger().lastMail()).isNull();
        assertThat(node.notifier.mails(APP, 10)).isEmpty();
    }

    @Test
    void isForgottenWhenIdle() {
        node.notifier.report(issue("a"));
        node.gather();
        assertThat(node.notifier.mails(APP, 10)).hasSize(1);

        node.notifier.erase(APP);

        assertNothingIsKept();
        assertThat(dropped).as("held issues that were dropped").isEmpty();
    }

    @Test
    void stillHasUsedItsSlot() {
        node.notifier.report(issue("a"));
        node.gather();
        node.notifier.erase(APP);

        node.notifier.report(issue("b"));
        node.advance(Duration.ofHours(9));
        assertThat(world.mail.received()).as("mails of the first day").hasSize(1);

        node.advance(Duration.ofHours(24));
        assertThat(world.named()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void getsNoMailOfWhatWasGathered() {
        node.notifier.report(issue("a"));
        node.notifier.report(issue("b"));

        node.notifier.erase(APP);
        node.advance(Duration.ofDays(2));

        assertNothingIsKept();
        assertThat(dropped).containsExactly(2);
        assertThat(world.mail.attempted()).isEmpty();
        assertThat(world.ledger().slot().phase()).isEqualTo(Phase.IDLE);
    }

    @Test
    void isNotWrittenOfAfterwardsWhatMemoryHadCounted() {
        node.notifier.report(issue("a"));
        node.notifier.report(issue("a"));
        node.notifier.report(issue("a"));

        node.notifier.erase(APP);
        node.advance(Duration.ofHours(1));

        assertNothingIsKept();
    }

    @Test
    void stopsAMailBeforeThePointOfNoReturn() {
        node.notifier.report(issue("a"));
        world.whileMailIsOnItsWay(() -> node.notifier.erase(APP));

        node.advance(Duration.ofDays(2));

        assertThat(world.mail.attempted()).hasSize(1);
        assertThat(world.mail.received()).isEmpty();
        assertNothingIsKept();
    }

    @Test
    void stopsThatMailAlsoIfSomethingElseIsReportedMeanwhile() {
        node.notifier.report(issue("a"));
        world.whileMailIsOnItsWay(() -> {
            node.notifier.erase(APP);
            node.notifier.report(issue("b"));
        });

        node.advance(Duration.ofHours(9));

        assertThat(world.named()).containsExactly(List.of("b"));
    }

    @Test
    void recordsAMailBehindThatPointOnceItsAnswerIsThere() {
        node.notifier.report(issue("a"));
        world.mail.nextDoes((notification, point) -> {
            DeliveryResult accepted = world.mail.accept(notification, point);
            node.notifier.erase(APP);
            Claim claim = Objects.requireNonNull(world.ledger().slot().claim());
            Handover mark = Objects.requireNonNull(claim.handover());
            assertThat(mark.recipients()).as("whom the mark names").isEmpty();
            assertThat(mark.subject()).isEmpty();
            assertNothingIsKept();
            return accepted;
        });

        node.gather();

        assertThat(world.ledger().entries()).isEmpty();
        assertThat(world.ledger().slot().number()).as("the next slot").isEqualTo(2);
        assertThat(node.notifier.mails(APP, 10)).singleElement().satisfies(mail -> {
            assertThat(mail.slot()).isEqualTo(1);
            assertThat(mail.inDoubt()).isFalse();
            assertThat(mail.subject()).isEmpty();
        });
        node.notifier.erase(APP);
        assertNothingIsKept();
    }

    @Test
    @ExpectsWarnings
    void mayHaveToBeErasedAgainIfTheStoreDoesNotConfirm() {
        node.notifier.report(issue("a"));
        world.store.lose();
        assertThatThrownBy(() -> node.notifier.erase(APP)).isInstanceOf(StoreException.class);

        world.store.restore();
        node.notifier.erase(APP);

        assertNothingIsKept();
    }
}
