package dev.provisioning.notifications.example;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many accounts a cycle has changed.
 *
 * @param created how many came
 * @param updated how many were not as they should be
 * @param deleted how many went
 */
record Changes(int created, int updated, int deleted) {
    boolean any() {
        return created + updated + deleted > 0;
    }

    @Override
    public String toString() {
        return any()
                ? Stream.of(part(created, "created"), part(updated, "updated"), part(deleted, "deleted"))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", "))
                : "nothing to change";
    }

    private static Optional<String> part(int accounts, String what) {
        return accounts == 0 ? Optional.empty() : Optional.of(accounts + " " + what);
    }
}
