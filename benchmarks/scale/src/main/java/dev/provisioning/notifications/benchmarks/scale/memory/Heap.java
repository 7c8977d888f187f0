package dev.provisioning.notifications.benchmarks.scale.memory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** The heap of this process. */
public final class Heap {
    private Heap() {}

    /**
     * Tells how much is alive: what was left by a collection, so that room that threads have taken since, and not yet used,
     * does not count. What only a second collection finds is dead as well.
     *
     * @return bytes
     */
    public static long live() {
        ManagementFactory.getMemoryMXBean().gc();
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
