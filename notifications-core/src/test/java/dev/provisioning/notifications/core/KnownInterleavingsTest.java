package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.Alternation.insist;
import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Severity;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("9: however threads alternate, what was counted is taken once, and nothing is counted after the closing")
class KnownInterleavingsTest {
    @Test
    void oneWordCountsAsIfThereWereNoThreads() {
        Alternation.oneByOne().sequentialSpecification(Numbers.class).check(OneWord.class);
    }

    @Test
    void stripesLoseNothingAndAddNothing() {
        Alternation.oneByOne().check(Striped.class);
    }

    private static long times(@Nullable Reported reported) {
        return reported == null ? 0 : reported.times();
    }

    /** What everybody may do at any time, and what the one at the desk does. */
    public static class OneWord {
        private final Room room = new Room(1, 1);
        private final Known known = new Known(APP, "a", Severity.CRITICAL);
        private final Issue issue = issue("a");

        @Operation
        public boolean count() {
            return known.count(issue, room) != Known.CLOSED;
        }

        @Operation(nonParallelGroup = "desk")
        public long take() {
            return times(known.take());
        }

        @Operation(nonParallelGroup = "desk")
        public long close() {
            return times(known.close(room));
        }
    }

    /** What it shall be to whoever looks on. */
    public static class Numbers {
        private long waiting;
        private boolean closed;

        public boolean count() {
            waiting += closed ? 0 : 1;
            return !closed;
        }

        public long take() {
            long taken = waiting;
            waiting = 0;
            return taken;
        }

        public long close() {
            closed = true;
            return take();
        }
    }

    /**
     * The same, and meanwhile somebody finds out that there are others. While it is being closed one thread may find it
     * closed and another, later, a stripe that is not: so it is asked only that the numbers agree in the end.
     */
    public static class Striped {
        private final Room room = new Room(1, 1);
        private final Known known = new Known(APP, "a", Severity.CRITICAL);
        private final Issue issue = issue("a");
        private final AtomicLong counted = new AtomicLong();
        private final AtomicLong taken = new AtomicLong();
        private final AtomicLong tooLate = new AtomicLong();
        private volatile boolean closed;

        @Operation
        public void count() {
            boolean late = closed;
            if (known.count(issue, room) != Known.CLOSED) {
                counted.incrementAndGet();
                tooLate.addAndGet(late ? 1 : 0);
            }
        }

        @Operation
        public void stripe() {
            insist(known.striped(room) != Stripes.CLOSED || known.isClosed(), "open, but its stripes are closed");
        }

        @Operation(nonParallelGroup = "desk")
        public void take() {
            taken.addAndGet(times(known.take()));
        }

        @Operation(nonParallelGroup = "desk")
        public void close() {
            taken.addAndGet(times(known.close(room)));
            closed = true;
        }

        @Validate
        public void theNumbersAgree() {
            close();
            insist(taken.get() == counted.get(), "taken is not what was counted");
            insist(tooLate.get() == 0, "counted after the closing");
            insist(room.stripes().availablePermits() == 1, "the room for stripes is not given back");
        }
    }
}
