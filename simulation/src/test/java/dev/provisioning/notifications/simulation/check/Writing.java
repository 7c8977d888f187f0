package dev.provisioning.notifications.simulation.check;

/** Up to when a node has certainly written what it had counted: it needs some time in which nothing disturbs it. */
final class Writing {
    private final long needed;
    private long disturbedAt;
    private long writtenUpTo;
    private boolean still;

    Writing(long needed) {
        this.needed = needed;
    }

    void started(long at) {
        disturbedAt = at;
        writtenUpTo = at;
        still = false;
    }

    void stopped(long at, boolean now) {
        disturbed(at);
        still = now;
    }

    void disturbed(long at) {
        writtenUpTo = writtenUpTo(at);
        disturbedAt = at;
    }

    boolean isDisturbedAt(long at) {
        return still || disturbedAt == at;
    }

    /** What was counted by then is written, at a time after everything that is known. */
    long writtenUpTo(long at) {
        return !still && at - disturbedAt >= needed ? Math.max(writtenUpTo, at - needed) : writtenUpTo;
    }
}
