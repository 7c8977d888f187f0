package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.simulation.plan.Throwing;
import java.io.Serial;

/** What is thrown as planned. */
final class Planned {
    private Planned() {}

    /** An error of a kind that says nothing of the Java machine. */
    static final class OtherError extends Error {
        @Serial
        private static final long serialVersionUID = 1L;

        OtherError() {
            super("as planned", null, false, false);
        }
    }

    static void raise(Throwing how) {
        switch (how) {
            case EXCEPTION -> throw new IllegalStateException("as planned");
            case LINKAGE_ERROR -> throw new NoClassDefFoundError("as planned");
            case STACK_OVERFLOW -> throw new StackOverflowError("as planned");
            case OTHER_ERROR -> throw new OtherError();
        }
    }

    /** Whether something that a thread has died of was planned. */
    static boolean is(Throwable thrown) {
        return thrown instanceof OtherError || (thrown instanceof Error && "as planned".equals(thrown.getMessage()));
    }
}
