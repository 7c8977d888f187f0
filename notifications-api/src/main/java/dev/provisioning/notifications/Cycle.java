package dev.provisioning.notifications;

/**
 * One complete look at an application, at whose end everything is resolved that it did not report again.
 *
 * <p>Only what nobody has reported since the cycle began is resolved, be it through this cycle, beside it, or on
 * another node. A cycle that is closed without being completed, because it was stopped or failed, resolves nothing: report
 * why it failed, and just do not complete it.
 * Thread-safe.
 *
 * <pre>{@code
 * try (Cycle cycle = sink.beginCycle(app)) {
 *     synchronise(app, cycle::report);
 *     cycle.complete();
 * }
 * }</pre>
 */
public interface Cycle extends AutoCloseable {
    /**
     * Reports an issue as part of this cycle; otherwise as {@link IssueSink#report(Issue)}.
     *
     * @param issue what is wrong
     * @return what was done with it
     * @throws IllegalArgumentException if the issue is another application's
     */
    Disposition report(Issue issue);

    /**
     * Completes the cycle: what it did not report is resolved. Has an effect once, and none after {@link #close()}.
     *
     * @return how many issues were resolved; 0 also if the store is out of reach, then the next cycle will do it
     */
    int complete();

    /** Ends the cycle. Without {@link #complete()} before it, nothing is resolved. */
    @Override
    void close();
}
