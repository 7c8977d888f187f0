package dev.provisioning.notifications.benchmarks.process;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What this process has used so far. Allocation is the sum over the threads that live, so what a thread allocated that has
 * ended is missing; nobody here ends threads while it is measured.
 *
 * @param cpuNanos processor time of all threads, the compiler's and the garbage collector's included
 * @param allocated bytes
 */
public record Meter(long cpuNanos, long allocated) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    /** Nothing at all. */
    public static final Meter ZERO = new Meter(0, 0);

    /** {@return what was used until now} */
    public static Meter read() {
        long[] allocated = THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds());
        return new Meter(
                SYSTEM.getProcessCpuTime(),
                Arrays.stream(allocated).filter(bytes -> bytes > 0).sum());
    }

    /** {@return what was used since an earlier reading} */
    public Meter since(Meter earlier) {
        return new Meter(cpuNanos - earlier.cpuNanos, allocated - earlier.allocated);
    }
}
