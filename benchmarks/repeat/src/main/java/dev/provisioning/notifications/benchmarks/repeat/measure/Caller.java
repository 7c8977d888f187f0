package dev.provisioning.notifications.benchmarks.repeat.measure;

import com.sun.management.ThreadMXBean;
import dev.provisioning.notifications.Issue;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * A thread that reports: the issues of all applications, one after the other in an order without order, again and again. It
 * counts what it allocates itself, apart from what others do in the background, and for how long it had a processor.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Caller {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Bytes that this thread has allocated. */
    public long callerBytes;

    /** Processor time that this thread has had, in nanoseconds. */
    public long callerNanos;

    /** Reports that it has made. */
    public long callerCalls;

    private Issue[][] rounds = {};
    private int[] order = {};
    private Issue[] issues = {};
    private int position;
    private long round;
    private long bytesBefore;
    private long nanosBefore;
    private long callsBefore;

    /** Begins where no other thread does. */
    @Setup(Level.Trial)
    public void begin(Repeat repeat, ThreadParams threads) {
        rounds = repeat.rounds();
        order = repeat.order();
        issues = rounds[0];
        position = (int) ((long) order.length * threads.getThreadIndex() / threads.getThreadCount());
    }

    /** Begins to count. */
    @Setup(Level.Iteration)
    public void beginCounting() {
        callsBefore = calls();
        nanosBefore = THREADS.getCurrentThreadCpuTime();
        bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Ends to count. */
    @TearDown(Level.Iteration)
    public void endCounting() {
        callerBytes = THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
        callerNanos = THREADS.getCurrentThreadCpuTime() - nanosBefore;
        callerCalls = calls() - callsBefore;
    }

    /** The next issue; in the next round the same ones, or their copies. */
    Issue next() {
        if (position == order.length) {
            position = 0;
            issues = rounds[(int) (++round % rounds.length)];
        }
        return issues[order[position++]];
    }

    private long calls() {
        return round * order.length + position;
    }
}
