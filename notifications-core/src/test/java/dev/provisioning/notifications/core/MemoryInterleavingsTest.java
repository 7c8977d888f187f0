package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.Alternation.insist;
import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Slot;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
        "9: however reports meet the one at the desk, what memory has counted is handed over, and after the clearing it counts nothing")
class MemoryInterleavingsTest {
    @Test
    void ofTwoIssuesOfAnApplication() {
        Alternation.ofTwoSteps().check(Remembered.class);
    }

    /** What reports do, and what the one at the desk does. */
    @Param(name = "key", gen = IntGen.class, conf = "0:1")
    public static class Remembered {
        private static final List<Issue> ISSUES = List.of(issue("a"), issue("b"));
        private static final Ledger LEDGER = holding(ISSUES);

        private final Memory memory = new Memory(100, 100);
        private final AtomicLong counted = new AtomicLong();
        private final AtomicLong taken = new AtomicLong();

        private volatile boolean cleared;

        public Remembered() {
            ISSUES.forEach(issue -> memory.remember(issue, LEDGER));
        }

        @Operation
        public void report(@Param(name = "key") int key) {
            boolean late = cleared;
            Issue issue = ISSUES.get(key);
            Known known = memory.find(issue);
            if (known != null && memory.count(known, issue) != Known.CLOSED) {
                counted.incrementAndGet();
                insist(!late, "counted after the clearing");
            }
        }

        @Operation(nonParallelGroup = "desk")
        public void clear() {
            for (Reported each : memory.forget(APP)) {
                taken.addAndGet(each.times());
            }
            cleared = true;
        }

        @Validate
        public void theNumbersAgree() {
            clear();
            insist(taken.get() == counted.get(), "handed over is not what was counted");
        }

        private static Ledger holding(List<Issue> issues) {
            Ledger empty = Ledger.empty(APP);
            Entries entries = Entries.of(empty);
            issues.forEach(issue -> entries.add(Reported.once(issue), World.START, issues.size()));
            return empty.successor(Slot.FIRST, entries.toMap(), null);
        }
    }
}
