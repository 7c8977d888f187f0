package dev.provisioning.notifications.simulation;

import dev.provisioning.notifications.simulation.check.Checker;
import dev.provisioning.notifications.simulation.check.Violation;
import dev.provisioning.notifications.simulation.check.Violation.Promise;
import dev.provisioning.notifications.simulation.plan.Plan;
import dev.provisioning.notifications.simulation.world.Sabotage;
import dev.provisioning.notifications.simulation.world.Tally;
import dev.provisioning.notifications.simulation.world.Trace;
import dev.provisioning.notifications.simulation.world.World;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Months that nobody has to wait for. */
final class Simulation {
    private static final int MOST_RUNS = 1_000;

    private Simulation() {}

    /** What has come of a run. */
    record Outcome(List<Violation> violations, Tally tally) {}

    /** Runs a plan, and checks what came of it. */
    static Outcome run(Plan plan, Sabotage sabotage) {
        World.Run run = World.run(plan, sabotage, null);
        return new Outcome(Checker.check(run.journal()), run.tally());
    }

    /** What breaks a promise with a seed, made short: what it takes, what happens, and how to see it again. */
    static String shortened(long seed, Supplier<Sabotage> sabotage) {
        Plan plan = shortest(seed, sabotage);
        return plan + "\n\n" + trace(plan, sabotage.get()) + "\nTo see the whole of it again:\n"
                + "  mvn test -pl simulation -am -Dtest=SimulatedMonthsTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dsimulation.seeds=1 -Dsimulation.first=" + seed;
    }

    /** The shortest plan that was found which breaks the same promises as a seed's. */
    static Plan shortest(long seed, Supplier<Sabotage> sabotage) {
        Plan whole = Plan.of(seed);
        Set<Promise> broken = promises(whole, sabotage.get());
        return Shrinking.of(whole, plan -> promises(plan, sabotage.get()).containsAll(broken), MOST_RUNS);
    }

    private static Set<Promise> promises(Plan plan, Sabotage sabotage) {
        return run(plan, sabotage).violations().stream().map(Violation::promise).collect(Collectors.toSet());
    }

    /** All that happens in a run, and what is wrong with it. */
    static String trace(Plan plan, Sabotage sabotage) {
        Trace trace = new Trace();
        World.Run run = World.run(plan, sabotage, trace);
        StringBuilder text = new StringBuilder(trace.toString());
        Checker.check(run.journal()).forEach(broken -> text.append(broken).append('\n'));
        return text.toString();
    }
}
