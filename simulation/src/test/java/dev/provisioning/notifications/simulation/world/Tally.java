package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.simulation.plan.Effect;
import dev.provisioning.notifications.simulation.plan.MailTrouble;
import dev.provisioning.notifications.simulation.plan.StoreTrouble;
import dev.provisioning.notifications.spi.Phase;
import java.util.Map;
import java.util.TreeMap;

/** How often each thing has really happened. Not thread-safe; those of several runs are added up. */
public final class Tally {
    private final Map<String, long[]> counts = new TreeMap<>();

    /** It has happened once more. */
    public void count(String what) {
        counts.computeIfAbsent(what, unknown -> new long[1])[0]++;
    }

    void hit(Effect effect, StoreTrouble trouble) {
        count("store: " + trouble + " at " + effect);
    }

    void hit(MailTrouble trouble) {
        count("mail: " + trouble);
    }

    void changed(Phase from, Phase to) {
        count("phase: " + from + " to " + to);
    }

    void done(Effect effect) {
        count("effect: " + effect);
    }

    /** Adds what another has counted. */
    public void add(Tally other) {
        other.counts.forEach((what, count) -> counts.computeIfAbsent(what, unknown -> new long[1])[0] += count[0]);
    }

    /** How often something has happened. */
    public long of(String what) {
        long[] count = counts.get(what);
        return count == null ? 0 : count[0];
    }

    /** A table, as Markdown. */
    public String table() {
        StringBuilder table = new StringBuilder("| what | how often |\n|---|---:|\n");
        counts.forEach((what, count) ->
                table.append("| ").append(what).append(" | ").append(count[0]).append(" |\n"));
        return table.toString();
    }
}
