package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.LEASE;
import static dev.provisioning.notifications.core.World.START;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("P1 and P2: a result that cannot be recorded at once is recorded later")
class RecorderTest {
    private final World world = new World();
    private final AtomicBoolean broken = new AtomicBoolean();

    /** The next mail is accepted, and right then something breaks. */
    private void acceptAndBreak(Runnable breaking) {
        world.mail.nextDoes((notification, point) -> {
            DeliveryResult accepted = world.mail.accept(notification, point);
            breaking.run();
            return accepted;
        });
    }

    private void isRecorded() {
        assertThat(world.ledger().slot().number()).isEqualTo(2);
        assertThat(world.entry("a").inDoubt()).isFalse();
        assertThat(world.entry("a").isHeld()).isFalse();
        assertThat(world.mail.attempted()).hasSize(1);
    }

    @Test
    @ExpectsWarnings
    void whenTheStoreIsBack() {
        Node node = world.node();
        node.notifier.report(issue("a"));
        acceptAndBreak(world.store::lose);
        node.gather();
        assertThat(world.ledger().slot().phase()).isEqualTo(Phase.HANDED_OVER);

        world.store.restore();
        node.advance(Duration.ofMinutes(2));

        isRecorded();
        node.advance(Duration.ofDays(2));
        assertThat(world.mail.received()).hasSize(1);
    }

    @Test
    @ExpectsWarnings
    void unlessAnotherNodeHasGivenItUp() {
        Node node = world.node();
        Node other = world.node();
        node.notifier.report(issue("a"));
        acceptAndBreak(world.store::lose);
        node.gather();
        world.store.restore();

        other.advance(LEASE.plusMinutes(5));
        assertThat(world.entry("a").inDoubt()).isTrue();
        node.advance(Duration.ofHours(5));
        other.advance(Duration.ofHours(5));
        assertThat(world.mail.received()).as("mails of the day").hasSize(1);

        other.advance(Duration.ofDays(1));
        assertThat(world.mail.received()).hasSize(2);
        assertThat(world.mail.received().get(1).date()).isEqualTo(Instant.parse("2026-03-03T08:00:00Z"));
    }

    @Test
    @ExpectsWarnings
    void thoughThePolicyFailsMeanwhile() {
        Node node = world.node(
                START,
                settings -> settings.policy(new BreakablePolicy() {
                    @Override
                    public Instant opensAt(AppId app, Instant usedAt, ZoneId zone) {
                        if (broken.get()) {
                            throw new IllegalStateException("a broken policy");
                        }
                        return super.opensAt(app, usedAt, zone);
                    }
                }));
        node.notifier.report(issue("a"));
        acceptAndBreak(() -> {
            broken.set(true);
            node.notifier.report(issue("b")); // for which the next slot's opening must be known
        });
        node.gather();

        isRecorded();
        node.advance(Duration.ofDays(1));
        assertThat(world.named()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    @ExpectsWarnings
    void whenTheExecutorTakesWorkAgain() {
        ManualTime time = ManualTime.startingAt(START);
        Notifier notifier = world.node(
                        START,
                        settings -> settings.clock(time).scheduler(time).executor(task -> {
                            if (broken.get()) {
                                throw new RejectedExecutionException("saturated");
                            }
                            time.execute(task);
                        }))
                .notifier;
        notifier.report(issue("a"));
        acceptAndBreak(world.store::lose);
        time.advance(Duration.ofSeconds(61));
        world.store.restore();
        broken.set(true);
        time.advance(Duration.ofMinutes(5));
        broken.set(false);

        time.advance(Duration.ofMinutes(5));

        isRecorded();
        notifier.report(issue("b"));
        time.advance(Duration.ofDays(1));
        assertThat(world.named()).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    @ExpectsWarnings
    void orByTheLeaseIfTheNotifierIsClosed() {
        Node node = world.node(START, settings -> settings.closeTimeout(Duration.ZERO));
        Node other = world.node();
        node.notifier.report(issue("a"));
        acceptAndBreak(world.store::lose);
        node.gather();

        node.notifier.close();
        node.advance(Duration.ofDays(1));
        world.store.restore();
        other.advance(LEASE.plusMinutes(5));

        assertThat(world.ledger().slot().number()).isEqualTo(2);
        assertThat(world.entry("a").inDoubt()).isTrue();
        assertThat(other.notifier.explain(APP).lastMail()).isNotNull();
    }
}
