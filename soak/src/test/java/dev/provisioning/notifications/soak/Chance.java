package dev.provisioning.notifications.soak;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What is random in a run, all of it from one seed. */
public record Chance(Random random) {
    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** From one to so many. */
    public int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    public <T> T of(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** Lets some time pass. */
    void pause(Duration most) {
        Patience.isTrueWithin(some(most), () -> false);
    }

    /** A part of some time. */
    public Duration some(Duration most) {
        return Duration.ofNanos((long) (random.nextDouble() * most.toNanos()));
    }
}
