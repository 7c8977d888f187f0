package dev.provisioning.notifications.benchmarks.smtp.sink;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The instant at which something is at its end of the link. */
record Arrival(long nanoTime) {
    static Arrival after(Duration travel) {
        return new Arrival(System.nanoTime() + travel.toNanos());
    }

    void await() {
        for (long left = left(); left > 0; left = left()) {
            LockSupport.parkNanos(left);
        }
    }

    private long left() {
        return nanoTime - System.nanoTime();
    }
}
