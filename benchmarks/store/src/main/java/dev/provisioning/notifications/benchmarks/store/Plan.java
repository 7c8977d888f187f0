package dev.provisioning.notifications.benchmarks.store;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param rounds how often everybody has a turn to write issues: often and shortly, so that the disk is the same for all
 * @param warmUp for how long each contestant writes before anything counts
 * @param window for how long it writes in a turn
 * @param mailRounds how often mails are sent in each way
 * @param alone how many mails are sent one after the other
 * @param many how many mails are due at once
 * @param crowd how many applications a store is filled with
 */
record Plan(int rounds, Duration warmUp, Duration window, int mailRounds, int alone, int many, int crowd) {
    /** About ten minutes. */
    static Plan full() {
        return new Plan(25, Duration.ofSeconds(3), Duration.ofMillis(200), 5, 20, 1_000, 1_000_000);
    }

    /** About a minute, for who has changed something and wants to see the direction. */
    static Plan quick() {
        return new Plan(7, Duration.ofSeconds(1), Duration.ofMillis(150), 1, 10, 200, 20_000);
    }
}
