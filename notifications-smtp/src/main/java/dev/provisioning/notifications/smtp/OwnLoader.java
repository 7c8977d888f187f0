package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.PointOfNoReturn;
import java.util.function.Supplier;

/**
 * Runs code with our own class loader as that of the thread. Jakarta Mail looks for its provider with the loader of the
 * thread, and where a container has set one that knows a foreign copy of it, or none, that fails.
 */
final class OwnLoader {
    private OwnLoader() {}

    static <T> T call(Supplier<T> task) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(OwnLoader.class.getClassLoader());
        try {
            return task.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A point that is passed with the loader that the thread has now: what stands behind it is the caller's. */
    static PointOfNoReturn callersOwn(PointOfNoReturn point) {
        ClassLoader callers = Thread.currentThread().getContextClassLoader();
        return () -> {
            Thread thread = Thread.currentThread();
            ClassLoader ours = thread.getContextClassLoader();
            thread.setContextClassLoader(callers);
            try {
                point.pass();
            } finally {
                thread.setContextClassLoader(ours);
            }
        };
    }
}
