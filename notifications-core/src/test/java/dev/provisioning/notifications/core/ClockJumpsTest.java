package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A clock that is set to another time, and back after two hours")
class ClockJumpsTest {
    private static final Duration YEARS = Duration.ofDays(3_652);
    private static final List<Duration> JUMPS =
            List.of(Duration.ofDays(-3), Duration.ofDays(-1), Duration.ofHours(-9), Duration.ofDays(1), YEARS);

    private final ManualTime time = ManualTime.startingAt(World.START);
    private final World world = new World();
    private final List<LocalDate> days = new ArrayList<>();
    private final Node node = new Node(
            time,
            world.node(
                            World.START,
                            settings -> settings.clock(time)
                                    .scheduler(time)
                                    .executor(time)
                                    .listener(new NotificationListener() {
                                        @Override
                                        public void handedOver(AppId app, long slot) {
                                            days.add(LocalDate.ofInstant(time.instant(), ZoneOffset.UTC));
                                        }
                                    }))
                    .notifier);

    /** Where on the way of an issue the clock is set. */
    private enum Moment {
        WHILE_A_MAIL_IS_GATHERED,
        BEFORE_THE_MARK,
        BEHIND_THE_MARK,
        WHILE_A_MAIL_WAITS_TO_BE_TRIED_AGAIN,
        AFTER_THE_MAIL
    }

    static Stream<Arguments> moments() {
        return Stream.of(Moment.values())
                .flatMap(moment -> JUMPS.stream()
                        .flatMap(jump -> Stream.of(true, false).map(lively -> Arguments.of(moment, jump, lively))));
    }

    /** On the day after one on which a mail has left. */
    @ParameterizedTest(name = "{0}, by {1}, with reports afterwards: {2}")
    @MethodSource("moments")
    void leadsToNoSecondMailForAnyDayAndSilencesNobody(Moment moment, Duration jump, boolean lively) {
        node.notifier.report(issue("yesterday"));
        node.advance(Duration.ofDays(1));
        setTheClock(moment, jump);
        if (lively) {
            node.notifier.report(issue("b"));
        }
        node.advance(Duration.ofHours(2));

        time.jump(jump.negated());
        if (lively) {
            node.notifier.report(issue("c"));
        }
        node.advance(Duration.ofDays(3));

        assertThat(days).doesNotHaveDuplicates();
        assertThat(world.mail.received()).hasSameSizeAs(days);
        assertThat(world.named().stream().flatMap(List::stream))
                .contains("yesterday", "a")
                .containsAll(lively ? List.of("b", "c") : List.of());
    }

    /** A pause of the transport that began by the wrong clock is over when it was meant to be. */
    @Test
    @ExpectsWarnings
    void doesNotLengthenAPauseOfTheTransport() {
        time.jump(YEARS);
        world.mail.nextAnswers(DeliveryResult.retry(Stage.CONNECT, "refused"));
        node.notifier.report(issue("a"));
        node.gather();
        assertThat(world.mail.received()).isEmpty();

        time.jump(YEARS.negated());
        node.advance(Duration.ofMinutes(5));

        assertThat(world.mail.received()).hasSize(1);
    }

    private void setTheClock(Moment moment, Duration jump) {
        switch (moment) {
            case BEFORE_THE_MARK ->
                world.mail.nextDoes((notification, point) -> {
                    time.jump(jump);
                    return world.mail.accept(notification, point);
                });
            case BEHIND_THE_MARK ->
                world.mail.nextDoes((notification, point) -> {
                    DeliveryResult accepted = world.mail.accept(notification, point);
                    time.jump(jump);
                    return accepted;
                });
            case WHILE_A_MAIL_WAITS_TO_BE_TRIED_AGAIN ->
                world.mail.nextAnswers(DeliveryResult.retry(Stage.SENDER, "450 later"));
            case WHILE_A_MAIL_IS_GATHERED, AFTER_THE_MAIL -> {}
        }
        node.notifier.report(issue("a"));
        if (moment != Moment.WHILE_A_MAIL_IS_GATHERED) {
            node.gather();
        }
        if (moment != Moment.BEFORE_THE_MARK && moment != Moment.BEHIND_THE_MARK) {
            time.jump(jump);
        }
    }
}
