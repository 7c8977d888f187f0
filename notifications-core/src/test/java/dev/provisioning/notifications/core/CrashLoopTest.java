package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.START;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.core.Explanation.Verdict;
import dev.provisioning.notifications.core.compose.PlainComposer;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A process that ends again and again, and is started again and again")
class CrashLoopTest {
    private static final Duration LIFE = Duration.ofSeconds(2);
    private static final Duration GATHERING = Duration.ofMinutes(1);
    private static final int LIVES_OF_AN_HOUR = 1_800;

    private final World world = new World();
    private final ManualTime time = ManualTime.startingAt(START);
    private final PlainComposer plain = new PlainComposer();
    private final List<String> told = new ArrayList<>();
    private final List<Instant> retries = new ArrayList<>();

    /** What ends a process in the midst of what it does. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** One process after another, each with a node that does nothing any more once it is over. */
    private final class Life implements NotificationListener {
        private final Notifier notifier;
        private boolean over;

        private Life(Composer composer) {
            this.notifier = world.node(
                            START,
                            settings -> settings.clock(time)
                                    .scheduler(new WrappedScheduler(time, task -> () -> unlessOver(task)))
                                    .executor(task -> time.execute(() -> unlessOver(task)))
                                    .composer(composer)
                                    .listener(this))
                    .notifier;
        }

        private void unlessOver(Runnable task) {
            if (!over) {
                task.run();
            }
        }

        @Override
        public void compositionFailed(AppId app, long slot, Throwable cause) {
            told.add(cause.getClass().getSimpleName());
        }

        @Override
        public void retrying(AppId app, long slot, DeliveryResult.Retry result, Instant nextAttempt) {
            retries.add(nextAttempt);
        }
    }

    private void live(int number, Composer composer) {
        Life life = new Life(composer);
        life.notifier.report(issue("a"));
        life.notifier.report(issue("b-" + number % 50));
        time.advance(LIFE);
        life.over = true;
    }

    @Test
    void sendsOneMailInAnHourAndNoLaterThanOneThatLives() {
        for (int i = 0; i < LIVES_OF_AN_HOUR; i++) {
            live(i, plain);
        }
        Instant latest = START.plus(GATHERING).plus(LIFE);

        assertThat(world.mail.attempted()).hasSize(1);
        assertThat(world.mail.received()).extracting(Notification::date).allMatch(date -> date.isBefore(latest));
        assertThat(world.entry("a").count()).isEqualTo(LIVES_OF_AN_HOUR);
    }

    @Test
    @ExpectsWarnings
    void sendsPlainWordsWhereTheComposerRunsOutOfMemoryInEachLife() {
        Composer greedy = digest -> {
            throw new OutOfMemoryError("not really");
        };

        for (int i = 0; i < LIVES_OF_AN_HOUR; i++) {
            live(0, greedy);
        }

        assertThat(told).containsExactly("OutOfMemoryError", "OutOfMemoryError", "OutOfMemoryError");
        assertOnePlainMail();
    }

    @Test
    void sendsPlainWordsWhereTheComposerEndsEachLife() {
        Composer deadly = digest -> {
            throw new Killed();
        };
        int ends = 0;
        while (world.mail.received().isEmpty() && ends < 10) {
            Life life = new Life(deadly);
            life.notifier.report(issue("a"));
            try {
                time.advance(World.LEASE.plus(GATHERING));
            } catch (Killed e) {
                ends++;
            }
            life.over = true;
        }

        assertThat(ends).isEqualTo(3);
        assertOnePlainMail();
    }

    @Test
    @ExpectsWarnings
    void isParkedAndToldAboutWhereNotEvenPlainWordsCanLeave() {
        Composer greedy = digest -> {
            throw new OutOfMemoryError("not really");
        };
        for (int i = 0; i < 100; i++) {
            world.mail.nextDoes((notification, point) -> {
                throw new OutOfMemoryError("not really");
            });
        }
        Life life = new Life(greedy);
        life.notifier.report(issue("a"));

        time.advance(Duration.ofDays(1));

        assertThat(told).as("the composer is given other chances").hasSizeGreaterThan(3);
        assertThat(retries).hasSizeBetween(24, 100);
        Explanation explanation = life.notifier.explain(APP);
        assertThat(explanation.verdict()).isEqualTo(Verdict.RETRYING);
        assertThat(explanation.failingSince()).isBetween(START, START.plus(GATHERING.multipliedBy(2)));
        assertThat(explanation.nextMailAt()).isBefore(time.instant().plus(Duration.ofHours(1)));
        assertThat(world.ledger().held()).hasSize(1);
    }

    private void assertOnePlainMail() {
        assertThat(world.mail.received()).hasSize(1);
        assertThat(world.mail.received().get(0).subject()).startsWith("Salesforce: ");
        assertThat(world.mail.received().get(0).text()).contains(". Problem a");
    }
}
