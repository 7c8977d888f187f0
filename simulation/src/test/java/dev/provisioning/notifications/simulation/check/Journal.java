package dev.provisioning.notifications.simulation.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All that was seen from outside of one run, in its order. */
public final class Journal {
    private final Rules rules;
    private final List<Note> notes = new ArrayList<>();

    /** An empty journal. */
    public Journal(Rules rules) {
        this.rules = rules;
    }

    /**
     * What was set up, as far as it matters for what is promised.
     *
     * @param start the true time of the beginning
     * @param rollingHours how long a window is; 0 if it is a calendar day
     * @param gapHours how long there is nothing at least between two mails
     * @param carriesOver whether a mail in doubt is told again
     * @param assumesSent whether a mail in doubt counts as sent
     * @param resends whether a mail in doubt is sent again
     * @param clockOfAll whether all nodes go by one clock
     * @param flushSeconds how long repeats stay unwritten
     * @param mailsPerSecond how many deliveries a node may begin in a second
     * @param settledAt from when on everything has to be in time, in nanoseconds since the beginning
     */
    public record Rules(
            Instant start,
            int rollingHours,
            int gapHours,
            boolean carriesOver,
            boolean assumesSent,
            boolean resends,
            boolean clockOfAll,
            int flushSeconds,
            int mailsPerSecond,
            long settledAt) {}

    /** Writes a note down, and returns its place. */
    public int add(Note note) {
        notes.add(note);
        return notes.size() - 1;
    }

    /** The place of the next note. */
    public int next() {
        return notes.size();
    }

    Rules rules() {
        return rules;
    }

    List<Note> notes() {
        return notes;
    }

    /** All notes of one sort. */
    <T extends Note> List<T> all(Class<T> sort) {
        List<T> found = new ArrayList<>();
        for (Note note : notes) {
            if (sort.isInstance(note)) {
                found.add(sort.cast(note));
            }
        }
        return found;
    }
}
