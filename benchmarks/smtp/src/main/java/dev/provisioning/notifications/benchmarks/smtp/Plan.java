package dev.provisioning.notifications.benchmarks.smtp;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param step how long an iteration of a step takes, of eight
 * @param rounds how often everybody has a turn
 * @param window for how long small mails are sent in a turn
 * @param bigger for how long bigger mails are
 * @param distant for how long mails are sent to a distant server
 * @param warmUp for how long each contestant sends before anything counts, without TLS and with it
 */
record Plan(Duration step, int rounds, Duration window, Duration bigger, Duration distant, Duration warmUp) {
    /** About ten minutes. */
    static Plan full() {
        return new Plan(
                Duration.ofSeconds(1),
                5,
                Duration.ofMillis(800),
                Duration.ofMillis(500),
                Duration.ofMillis(1500),
                Duration.ofSeconds(3));
    }

    /** About a minute, for who has changed something and wants to see the direction. */
    static Plan quick() {
        return new Plan(
                Duration.ofMillis(200),
                1,
                Duration.ofMillis(300),
                Duration.ofMillis(200),
                Duration.ofMillis(600),
                Duration.ofMillis(800));
    }
}
