package dev.provisioning.notifications.simulation;

import dev.provisioning.notifications.simulation.check.Checker;
import dev.provisioning.notifications.simulation.check.Violation;
import dev.provisioning.notifications.simulation.plan.Plan;
import dev.provisioning.notifications.simulation.world.Sabotage;
import dev.provisioning.notifications.simulation.world.Tally;
import dev.provisioning.notifications.simulation.world.Trace;
import dev.provisioning.notifications.simulation.world.World;
import java.util.List;

/** Months that nobody has to wait for. */
final class Simulation {
    private Simulation() {}

    /** What has come of a run. */
    record Outcome(List<Violation> violations, Tally tally) {}

    /** Runs a plan, and checks what came of it. */
    static Outcome run(Plan plan, Sabotage sabotage) {
        World.Run run = World.run(plan, sabotage, null);
        return new Outcome(Checker.check(run.journal()), run.tally());
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
