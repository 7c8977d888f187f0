package dev.provisioning.notifications.benchmarks.scale;

import dev.provisioning.notifications.benchmarks.scale.mails.MailPlan;
import dev.provisioning.notifications.benchmarks.scale.memory.Flood;
import dev.provisioning.notifications.benchmarks.scale.memory.Keeper;
import dev.provisioning.notifications.benchmarks.scale.memory.MemoryPlan;
import dev.provisioning.notifications.benchmarks.scale.morning.MorningPlan;
import dev.provisioning.notifications.benchmarks.scale.start.StartPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How much is measured.
 *
 * @param memory what is put into memory
 * @param morning what is due
 * @param start how often is started
 * @param mails what is sent
 */
record Plan(MemoryPlan memory, MorningPlan morning, StartPlan start, MailPlan mails) {
    private static final List<Integer> DECADES = List.of(1_000, 10_000, 100_000, 1_000_000);
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final List<Integer> FEW = List.of(1_000, 10_000);

    /** About a quarter of an hour. */
    static Plan full() {
        return new Plan(
                new MemoryPlan(
                        "4g",
                        List.of(Keeper.values()),
                        DECADES,
                        100_000,
                        Map.of(
                                Flood.KEYS, 1_000_000,
                                Flood.APPLICATIONS, 2_000_000,
                                Flood.TEXTS, 100_000,
                                Flood.REPEATS, 2 * Flood.REPEATED),
                        SETTLING),
                new MorningPlan(DECADES, List.of(100_000, 1_000_000), 20_000, List.of(1, 3), 100, 200, 5),
                new StartPlan(DECADES, 5, 11),
                new MailPlan(List.of(1, 4, 16), 5_000, 10_000, 4));
    }

    /** About a minute, for who has changed something and wants to see the direction. */
    static Plan quick() {
        return new Plan(
                new MemoryPlan(
                        "1g",
                        List.of(Keeper.values()),
                        FEW,
                        1_000,
                        Map.of(
                                Flood.KEYS, 20_000,
                                Flood.APPLICATIONS, 20_000,
                                Flood.TEXTS, 2_000,
                                Flood.REPEATS, Flood.REPEATED + 2_000),
                        SETTLING),
                new MorningPlan(FEW, List.of(10_000), 1_000, List.of(1, 3), 100, 200, 2),
                new StartPlan(FEW, 2, 3),
                new MailPlan(List.of(1, 4), 500, 1_000, 4));
    }
}
