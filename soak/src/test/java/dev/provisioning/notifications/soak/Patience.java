package dev.provisioning.notifications.soak;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another process does and does not tell. */
public final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private Patience() {}

    /**
     * Waits.
     *
     * @throws AssertionError with the complaint, if it takes longer than a minute
     */
    public static void await(BooleanSupplier done, Supplier<String> complaint) {
        if (!isTrueWithin(LONGEST, done)) {
            throw new AssertionError(complaint.get());
        }
    }

    /** Waits for at most some time; returns whether it came true. */
    public static boolean isTrueWithin(Duration time, BooleanSupplier done) {
        long start = System.nanoTime();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - start > time.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return true;
    }
}
