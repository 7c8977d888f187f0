package dev.provisioning.notifications.example;

import org.identityconnectors.common.logging.Log;
import org.identityconnectors.common.logging.LogSpi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps ConnId from writing every failure to standard output: the engine reports them. Named in
 * {@code META-INF/services/org.identityconnectors.common.logging}, so public.
 */
public final class SilentLog implements LogSpi {
    /** Called by ConnId. */
    public SilentLog() {}

    @Override
    public void log(
            Class<?> source,
            @Nullable String method,
            Log.Level level,
            @Nullable String message,
            @Nullable Throwable failure) {}

    @Override
    public void log(
            Class<?> source,
            @Nullable StackTraceElement caller,
            Log.Level level,
            @Nullable String message,
            @Nullable Throwable failure) {}

    @Override
    public boolean isLoggable(Class<?> source, Log.Level level) {
        return false;
    }

    @Override
    public boolean needToInferCaller(Class<?> source, Log.Level level) {
        return false;
    }
}
