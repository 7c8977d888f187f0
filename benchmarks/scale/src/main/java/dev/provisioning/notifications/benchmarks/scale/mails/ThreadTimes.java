package dev.provisioning.notifications.benchmarks.scale.mails;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * Processor time of the Java threads that live, so without that of the compiler and the collector.
 *
 * @param all in nanoseconds
 * @param user without the operating system's part
 */
record ThreadTimes(long all, long user) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static ThreadTimes read() {
        return new ThreadTimes(sum(THREADS::getThreadCpuTime), sum(THREADS::getThreadUserTime));
    }

    ThreadTimes since(ThreadTimes earlier) {
        return new ThreadTimes(all - earlier.all, user - earlier.user);
    }

    private static long sum(LongUnaryOperator time) {
        return Arrays.stream(THREADS.getAllThreadIds())
                .map(time)
                .filter(nanos -> nanos > 0)
                .sum();
    }
}
