package dev.provisioning.notifications.soak.child;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/** What a process uses, each as a word such as {@code threads=17}; memory after everything was collected that can be. */
final class Gauges {
    private static final String POOL = "com.zaxxer.hikari:type=Pool (" + Stores.POOL + ")";

    private Gauges() {}

    /** All of them, after the age of the process in milliseconds. */
    static Object[] words() {
        Map<String, Long> values = new TreeMap<>();
        readMemory(values);
        readThreads(values);
        readFiles(values);
        readPool(values);
        long age = ManagementFactory.getRuntimeMXBean().getUptime();
        return Stream.concat(
                        Stream.of("age=" + age),
                        values.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()))
                .toArray();
    }

    private static void readMemory(Map<String, Long> values) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        values.put("heap", memory.getHeapMemoryUsage().getUsed());
        values.put("non-heap", memory.getNonHeapMemoryUsage().getUsed());
        for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
            if (pool.getName().equals("direct")) {
                values.put("direct", pool.getMemoryUsed());
            }
        }
    }

    /** In all, and by name, without the numbers of one of several. */
    private static void readThreads(Map<String, Long> values) {
        Thread[] threads = new Thread[2 * Thread.activeCount() + 100];
        int count = Thread.enumerate(threads);
        values.put("threads", (long) count);
        Arrays.stream(threads, 0, count)
                .map(thread -> thread.getName().replaceAll("[0-9]+", "N").replaceAll("[^A-Za-z.-]+", "-"))
                .forEach(name -> values.merge("threads:" + name, 1L, Long::sum));
    }

    private static void readFiles(Map<String, Long> values) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            values.put("descriptors", system.getOpenFileDescriptorCount());
        }
        String[] descriptors = new File("/proc/self/fd").list();
        if (descriptors != null) {
            values.put(
                    "sockets",
                    Arrays.stream(descriptors).filter(Gauges::isSocket).count());
        }
    }

    private static boolean isSocket(String descriptor) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd", descriptor))
                    .toString()
                    .startsWith("socket:");
        } catch (IOException e) {
            // It was closed meanwhile.
            return false;
        }
    }

    private static void readPool(Map<String, Long> values) {
        values.put("pool", pool("TotalConnections"));
        values.put("pool-active", pool("ActiveConnections"));
    }

    private static long pool(String attribute) {
        try {
            Object value = ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName(POOL), attribute);
            return ((Number) Objects.requireNonNull(value, attribute)).longValue();
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
