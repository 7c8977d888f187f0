package dev.provisioning.notifications.simulation.plan;

import dev.provisioning.notifications.simulation.plan.Setting.InDoubt;
import dev.provisioning.notifications.simulation.plan.Setting.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the plan that a seed stands for. */
final class Author {
    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private final long seed;
    private final Dice dice;
    private final List<Element> elements = new ArrayList<>();

    Author(long seed) {
        this.seed = seed;
        this.dice = new Dice(scattered(seed));
    }

    /** Seeds that follow each other must not give numbers that do: the finalizer of MurmurHash3. */
    private static long scattered(long seed) {
        long mixed = (seed ^ (seed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    Plan plan() {
        Occasion occasion = dice.of(Occasion.ALL);
        int nodes = dice.of(1, 2, 2, 3);
        int apps = dice.from(2, 5);
        boolean longOutages = dice.oneIn(40);
        Setting setting = setting(occasion, nodes, apps, longOutages);
        List<String> zones = zones(occasion, apps);
        Calendar calendar = new Calendar(dice, setting.start(), zones);
        new Workload(dice, setting, calendar, elements).write();
        int roughness = dice.of(0, 1, 1, 2, 2, 3);
        if (roughness > 0) {
            new NodeTroubles(dice, setting, calendar, roughness, elements).write();
            new Outages(dice, setting, calendar, roughness, longOutages, elements).write();
        }
        if (!dice.oneIn(3)) {
            new ClockTroubles(dice, setting, calendar, elements).write();
        }
        return new Plan(seed, setting, elements);
    }

    private Setting setting(Occasion occasion, int nodes, int apps, boolean longOutages) {
        Instant start = occasion.when().minus(Duration.ofDays(dice.from(2, 20))).plusMillis(dice.from(0, DAY));
        return new Setting(
                start,
                nodes,
                apps,
                dice.of(Window.DAY, Window.DAY, Window.DAY, Window.DAY_AND_GAP, Window.ROLLING),
                dice.of(
                        InDoubt.CARRY_OVER,
                        InDoubt.CARRY_OVER,
                        InDoubt.CARRY_OVER,
                        InDoubt.CARRY_OVER,
                        InDoubt.ASSUME_SENT,
                        InDoubt.RESEND),
                nodes > 1 && dice.oneIn(2),
                nodes > 1 ? dice.of(15, 60, 240) : dice.of(0, 60),
                longOutages || dice.oneIn(8) ? 60 : 2,
                dice.of(5, 8, 8, 100),
                dice.of(1, 1, 2, 10),
                dice.of(0, 0, 10),
                dice.any());
    }

    private List<String> zones(Occasion occasion, int apps) {
        List<String> zones = new ArrayList<>();
        for (int app = 0; app < apps; app++) {
            zones.add(app == 0 || dice.oneIn(2) ? occasion.zone() : dice.of(Occasion.ELSEWHERE));
        }
        return zones;
    }
}
