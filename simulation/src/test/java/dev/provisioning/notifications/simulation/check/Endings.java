package dev.provisioning.notifications.simulation.check;

import java.util.HashMap;
import java.util.Map;

/** When each issue of an application was over the last time, as places in the journal. */
final class Endings {
    private static final int NEVER = -1;

    private final Map<String, Integer> byKey = new HashMap<>();
    private int ofAll = NEVER;

    void ended(String key, int place) {
        byKey.put(key, place);
    }

    void allEnded(int place) {
        ofAll = place;
    }

    /** Whether an issue came to an end after a place. */
    boolean isEndedSince(String key, int place) {
        return ofAll > place || byKey.getOrDefault(key, NEVER) > place;
    }
}
