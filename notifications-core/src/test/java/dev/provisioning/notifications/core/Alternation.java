package dev.provisioning.notifications.core;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * What three threads may make of each other's steps: Lincheck makes up scenarios, a few operations for each thread and one
 * after them, and tries each in many ways. How many scenarios there are, the same each time, and how many ways is said by the
 * system properties {@code interleavings.scenarios} and {@code interleavings.ways}.
 */
final class Alternation {
    private static final int SCENARIOS = Integer.getInteger("interleavings.scenarios", 3);
    private static final int WAYS = Integer.getInteger("interleavings.ways", 50);
    private static final int THREADS = 3;
    private static final int OPERATIONS = 2;

    /** Beyond so many rounds a loop is taken for one that never ends. The parts of a table are 64. */
    private static final int LONGEST_LOOP = 200;

    private Alternation() {}

    /** Threads of which one runs at a time, and may be left at any access to what they share. */
    static ModelCheckingOptions oneByOne() {
        return scenarios(new ModelCheckingOptions())
                .invocationsPerIteration(WAYS)
                .loopBound(LONGEST_LOOP);
    }

    /** The same of two threads with one operation each, where fewer ways leave a thread nearly everywhere. */
    static ModelCheckingOptions ofTwoSteps() {
        return oneByOne().threads(2).actorsPerThread(1);
    }

    /** Threads as they are, at the speed of the machine, and so ten times as often. */
    static StressOptions asTheyRun() {
        return scenarios(new StressOptions()).invocationsPerIteration(10 * WAYS);
    }

    /** An assertion as simple as can be, because each of its steps is one more at which a thread may be left. */
    static void insist(boolean right, String whatIsWrong) {
        if (!right) {
            throw new IllegalStateException(whatIsWrong);
        }
    }

    private static <O extends Options<O, ?>> O scenarios(O options) {
        return options.iterations(SCENARIOS)
                .threads(THREADS)
                .actorsBefore(0)
                .actorsPerThread(OPERATIONS)
                .actorsAfter(1);
    }
}
