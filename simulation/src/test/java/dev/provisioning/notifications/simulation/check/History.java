package dev.provisioning.notifications.simulation.check;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What administrators had set at each place of a journal, and whether it could be asked for. */
final class History {
    private final Map<Integer, List<State>> states = new HashMap<>();
    private final List<State> failing = new ArrayList<>();

    /** What was set from one place on, up to another. */
    private static final class State {
        private final int from;
        private int to = Integer.MAX_VALUE;
        private final Note.Subscribed set;

        State(int from, Note.Subscribed set) {
            this.from = from;
            this.set = set;
        }

        boolean meets(int first, int last) {
            return from <= last && to >= first;
        }
    }

    History(Journal journal) {
        for (int place = 0; place < journal.next(); place++) {
            if (journal.notes().get(place) instanceof Note.Subscribed set) {
                begin(states.computeIfAbsent(set.app(), app -> new ArrayList<>()), new State(place, set));
            } else if (journal.notes().get(place) instanceof Note.SourceFails source) {
                begin(failing, new State(place, new Note.Subscribed(-1, source.fails(), List.of(), "")));
            }
        }
    }

    /** Whether what was set for an application was once as it should be, from one place to another. */
    boolean wasOnce(int app, int first, int last, Predicate<Note.Subscribed> asItShouldBe) {
        return states.getOrDefault(app, List.of()).stream()
                .anyMatch(state -> state.meets(first, last) && asItShouldBe.test(state.set));
    }

    /** Whether an application was once off, or unknown, from one place to another. */
    boolean wasOnceOff(int app, int first, int last) {
        return !states.containsKey(app)
                || states.get(app).get(0).from > first
                || wasOnce(app, first, last, set -> !set.active());
    }

    /** In which zones an application was, from one place to another. */
    Set<ZoneId> zones(int app, int first, int last) {
        return states.getOrDefault(app, List.of()).stream()
                .filter(state -> state.meets(first, last))
                .map(state -> ZoneId.of(state.set.zone()))
                .collect(Collectors.toSet());
    }

    /** Whether the source has failed throughout. */
    boolean failed(int first, int last) {
        return failing.stream().anyMatch(state -> state.set.active() && state.from <= first && state.to >= last);
    }

    private static void begin(List<State> all, State next) {
        if (!all.isEmpty()) {
            all.get(all.size() - 1).to = next.from;
        }
        all.add(next);
    }
}
