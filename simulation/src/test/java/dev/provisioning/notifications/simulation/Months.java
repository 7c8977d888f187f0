package dev.provisioning.notifications.simulation;

import dev.provisioning.notifications.simulation.plan.Plan;
import dev.provisioning.notifications.simulation.world.Sabotage;
import dev.provisioning.notifications.simulation.world.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Many runs, each from a seed of its own, on as many threads as there are; what comes of one depends on its seed alone. */
final class Months {
    private final List<Long> broken = new ArrayList<>();
    private final Tally tally = new Tally();

    private Months() {}

    /** Runs so many seeds, from one on. */
    static Months of(long first, long seeds) {
        Months months = new Months();
        LongStream.range(first, first + seeds).parallel().forEach(months::run);
        return months;
    }

    /** The first seed, of so many from one on, that breaks a promise where something is sabotaged. */
    static Optional<Long> firstBroken(long first, long seeds, Supplier<Sabotage> sabotage) {
        return LongStream.range(first, first + seeds)
                .filter(seed -> !Simulation.run(Plan.of(seed), sabotage.get())
                        .violations()
                        .isEmpty())
                .boxed()
                .findFirst();
    }

    List<Long> broken() {
        return broken.stream().sorted().toList();
    }

    Tally tally() {
        return tally;
    }

    private void run(long seed) {
        Simulation.Outcome outcome = Simulation.run(Plan.of(seed), Sabotage.NONE);
        synchronized (this) {
            tally.add(outcome.tally());
            if (!outcome.violations().isEmpty()) {
                broken.add(seed);
            }
        }
    }
}
