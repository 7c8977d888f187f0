package dev.provisioning.notifications.protections.trial;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * What a witness has seen of a test.
 *
 * @param test the test, as the witness was told to run it
 * @param started how many tests that were; several if they are made at run time
 * @param failed how many of them have failed; not counting those whose classes did not fit together, which says nothing
 * @param why what the failures were, on one line
 */
public record Testimony(String test, long started, long failed, String why) {
    private static final String BETWEEN = "\t";
    private static final int LONGEST = 300;

    static Testimony of(String test, TestExecutionSummary seen) {
        List<Throwable> failures = seen.getFailures().stream()
                .map(TestExecutionSummary.Failure::getException)
                .toList();
        String why = failures.stream()
                .map(Throwable::toString)
                .collect(Collectors.joining("; "))
                .replaceAll("\\s+", " ");
        return new Testimony(
                test,
                seen.getTestsStartedCount(),
                failures.stream()
                        .filter(failure -> !(failure instanceof LinkageError))
                        .count(),
                why.substring(0, Math.min(LONGEST, why.length())));
    }

    static Testimony fromLine(String line) {
        String[] parts = line.split(BETWEEN, -1);
        return new Testimony(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]);
    }

    String toLine() {
        return String.join(BETWEEN, test, Long.toString(started), Long.toString(failed), why);
    }

    /** {@return whether the test was there, and has passed} */
    public boolean hasPassed() {
        return started > 0 && why.isEmpty();
    }

    /** {@return whether the test was there, and has failed} */
    public boolean hasFailed() {
        return started > 0 && failed > 0;
    }
}
