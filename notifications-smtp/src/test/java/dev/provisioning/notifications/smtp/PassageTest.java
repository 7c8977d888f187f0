package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PassageTest {
    private final ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
    private final Passage passage = new Passage(time, Duration.ofMinutes(5));
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void whatIsCalledOffIsClosedAndNotHandedOver() {
        passage.over(closed::incrementAndGet);

        passage.callOff();

        assertThat(closed).hasValue(1);
        assertThat(passage.isOver()).isTrue();
        assertThat(passage.handOver()).isFalse();
        assertThat(passage.isHandingOver()).isFalse();
    }

    @Test
    void whatIsHandedOverIsNotCalledOffAndCanBeAbandoned() {
        passage.over(closed::incrementAndGet);
        assertThat(passage.handOver()).isTrue();

        passage.callOff();
        assertThat(closed).hasValue(0);
        assertThat(passage.isCalledOff()).isFalse();

        passage.abandon();
        assertThat(closed).hasValue(1);
    }

    @Test
    void whatComesAfterItWasCalledOffIsClosedAtOnce() {
        passage.callOff();

        passage.over(closed::incrementAndGet);

        assertThat(closed).hasValue(1);
    }

    @Test
    void thereIsNoUseInGoingOnWhenNoTimeIsLeft() {
        assertThat(passage.left(Duration.ofSeconds(15))).isEqualTo(Duration.ofSeconds(15));
        time.advance(Duration.ofMinutes(5).minusSeconds(1));
        assertThat(passage.left(Duration.ofSeconds(15))).isEqualTo(Duration.ofSeconds(1));
        assertThat(passage.isOver()).isFalse();

        time.advance(Duration.ofSeconds(1));

        assertThat(passage.isOver()).isTrue();
    }
}
