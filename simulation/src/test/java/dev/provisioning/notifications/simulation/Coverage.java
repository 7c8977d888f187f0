package dev.provisioning.notifications.simulation;

import dev.provisioning.notifications.simulation.plan.Effect;
import dev.provisioning.notifications.simulation.plan.MailTrouble;
import dev.provisioning.notifications.simulation.plan.StoreTrouble;
import dev.provisioning.notifications.simulation.plan.Throwing;
import dev.provisioning.notifications.simulation.world.Tally;
import java.util.ArrayList;
import java.util.List;

/** What has to happen in so many runs, because a simulation in which nothing goes wrong shows nothing. */
final class Coverage {
    /** So many runs bring everything. */
    static final int ENOUGH = 1_000;

    private static final List<String> OTHERS = List.of(
            "a thread dies",
            "cycle: completed",
            "cycle: given up",
            "deactivate",
            "deactivate: not confirmed",
            "executor refuses",
            "mark refused",
            "node: dies",
            "node: is closed",
            "node: stands still",
            "outage of the mail server",
            "outage of the store",
            "report: BUFFERED",
            "report: HELD",
            "report: IGNORED",
            "report: MERGED",
            "resolve: DEFERRED",
            "resolve: REFUSED",
            "resolve: RESOLVED",
            "resolve: UNKNOWN",
            "store: late commit fails",
            "store: late commit holds",
            "store: somebody else was faster",
            "told: composition failed",
            "told: in doubt",
            "told: issues dropped",
            "told: transport resumed",
            "told: store back");

    private Coverage() {}

    /** What has never happened. */
    static List<String> missing(Tally tally) {
        return expected().stream().filter(what -> tally.of(what) == 0).toList();
    }

    private static List<String> expected() {
        List<String> all = new ArrayList<>(OTHERS);
        for (MailTrouble trouble : MailTrouble.values()) {
            all.add("mail: " + trouble);
        }
        for (Throwing how : Throwing.values()) {
            all.add("composer: " + how);
            all.add("source: " + how);
        }
        for (Effect effect : Effect.values()) {
            for (StoreTrouble trouble : StoreTrouble.values()) {
                if (effect.writes() || trouble.fitsReads()) {
                    all.add("store: " + trouble + " at " + effect);
                }
            }
        }
        return all;
    }
}
