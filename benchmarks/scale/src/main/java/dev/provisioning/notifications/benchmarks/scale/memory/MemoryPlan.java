package dev.provisioning.notifications.benchmarks.scale.memory;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How much is put into memory.
 *
 * @param heap the heap of each process, such as {@code 4g}
 * @param keepers who has a turn
 * @param sizes how many applications, from the least to the most
 * @param idle how many applications at most where each report goes to the disk
 * @param floods how many reports each flood has
 * @param settling how long a notifier is given to write its counters, more than its flush interval
 */
public record MemoryPlan(
        String heap,
        List<Keeper> keepers,
        List<Integer> sizes,
        int idle,
        Map<Flood, Integer> floods,
        Duration settling) {}
