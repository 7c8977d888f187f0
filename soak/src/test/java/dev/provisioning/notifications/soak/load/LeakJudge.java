package dev.provisioning.notifications.soak.load;

import java.util.Arrays;
import java.util.List;

/**
 * Says of one process whether it gives back what it takes: the floor of the last quarter of its samples may be higher than that
 * of the first by no more than the {@link Resource}'s tolerance. Too few samples say nothing, which is no acquittal.
 *
 * @param slack how many times the tolerance
 */
record LeakJudge(int slack) {
    private static final int FEWEST = 12;

    /** What can be said of a resource. */
    enum Verdict {
        /** As much is in use at the end as at the beginning. */
        STEADY,
        /** More and more is in use. */
        LEAKS,
        /** Nobody can tell. */
        UNKNOWN
    }

    /**
     * What was found.
     *
     * @param resource of what
     * @param growth how it came along
     * @param tolerance how much more there may be
     * @param verdict what that means
     */
    record Finding(Resource resource, Growth growth, double tolerance, Verdict verdict) {}

    /** Judges every resource by the samples of one process, in their order. */
    List<Finding> judge(List<Sample> samples) {
        return Arrays.stream(Resource.values())
                .map(resource -> judge(resource, samples))
                .toList();
    }

    /** Judges one resource. */
    Finding judge(Resource resource, List<Sample> samples) {
        Growth growth = Growth.of(resource.word(), samples);
        double tolerance = resource.tolerance(growth.first().floor()) * slack;
        return new Finding(resource, growth, tolerance, verdict(growth, tolerance));
    }

    private static Verdict verdict(Growth growth, double tolerance) {
        if (growth.samples() < FEWEST) {
            return Verdict.UNKNOWN;
        }
        return growth.rise() > tolerance ? Verdict.LEAKS : Verdict.STEADY;
    }
}
