package dev.provisioning.notifications.simulation.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who was about to end issues, from which place to which: what was so at a place in between, nobody can say. */
final class Underway {
    private final List<Ending> endings = new ArrayList<>();
    private final Map<Integer, Integer> appOfCycle = new HashMap<>();

    /** Something that ends an issue of an application, or all of them. */
    private record Ending(int app, @Nullable String key, int began, int ended) {}

    Underway(Journal journal) {
        for (int place = 0; place < journal.next(); place++) {
            read(journal.notes().get(place), place);
        }
    }

    /** Whether an issue was perhaps being ended at a place. */
    boolean isEnding(int app, String key, int place) {
        return endings.stream()
                .anyMatch(ending -> ending.app == app
                        && ending.began <= place
                        && ending.ended >= place
                        && (ending.key == null || ending.key.equals(key)));
    }

    private void read(Note note, int place) {
        if (note instanceof Note.Resolved resolved) {
            endings.add(new Ending(resolved.app(), resolved.key(), resolved.began(), place));
        } else if (note instanceof Note.Deactivated deactivated) {
            endings.add(new Ending(deactivated.app(), null, deactivated.began(), place));
        } else if (note instanceof Note.CycleBegan began) {
            appOfCycle.put(began.cycle(), began.app());
        } else if (note instanceof Note.CycleCompleted completed) {
            int app = appOfCycle.getOrDefault(completed.cycle(), -1);
            endings.add(new Ending(app, null, completed.began(), place));
        }
    }
}
