package dev.provisioning.notifications.core.transport;

import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.PointOfNoReturn;
import org.jspecify.annotations.Nullable;

/** Passes a point once at most, and remembers how that went. For the one thread that delivers. */
final class WatchedPoint implements PointOfNoReturn {
    private final PointOfNoReturn point;
    private boolean touched;
    private boolean passed;
    private @Nullable RuntimeException refusal;

    WatchedPoint(PointOfNoReturn point) {
        this.point = point;
    }

    @Override
    public void pass() {
        if (touched) {
            throw new HandoverRefusedException("the point of no return was passed before", null);
        }
        touched = true;
        try {
            point.pass();
            passed = true;
        } catch (RuntimeException e) {
            refusal = e;
            throw e;
        }
    }

    /** Whether somebody tried to pass it: from then on nobody else may. */
    boolean isTouched() {
        return touched;
    }

    boolean isPassed() {
        return passed;
    }

    /** Does what a transport should have done that swallowed the refusal. */
    void rethrowRefusal() {
        if (refusal != null) {
            throw refusal;
        }
    }
}
