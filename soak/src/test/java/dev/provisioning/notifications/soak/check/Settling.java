package dev.provisioning.notifications.soak.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Reports that one process has answered from memory, until it has surely written them: because it lived on long enough while
 * its store worked, or was closed in order.
 */
final class Settling {
    private final int ticks;
    private final List<Waiting> waiting = new ArrayList<>();

    Settling(int ticks) {
        this.ticks = ticks;
    }

    private static final class Waiting {
        private final String issue;
        private int lived;
        private boolean failed;

        private Waiting(String issue) {
            this.issue = issue;
        }
    }

    void add(String issue) {
        waiting.add(new Waiting(issue));
    }

    /** What is settled with this line. */
    List<String> next(Line line) {
        switch (line.what()) {
            case "tick" -> waiting.forEach(one -> one.lived++);
            case "store-failed" ->
                waiting.forEach(one -> {
                    one.lived = 0;
                    one.failed = true;
                });
            default -> {}
        }
        List<Waiting> settled = waiting.stream()
                .filter(one -> one.lived >= ticks || (line.is("closed") && !one.failed))
                .toList();
        waiting.removeAll(settled);
        return settled.stream().map(one -> one.issue).toList();
    }
}
