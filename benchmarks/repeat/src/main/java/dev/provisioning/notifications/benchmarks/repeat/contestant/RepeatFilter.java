package dev.provisioning.notifications.benchmarks.repeat.contestant;

import dev.provisioning.notifications.Issue;

/** Lets the first report of an application's issue pass, and none that repeats it within a day. */
public interface RepeatFilter extends AutoCloseable {
    /**
     * Reports an issue.
     *
     * @param issue what is reported
     * @return whether it repeats what is known, so that nobody is told
     */
    boolean suppresses(Issue issue);

    /**
     * Makes sure that all was as it ought to be until now.
     *
     * @throws IllegalStateException if it was not
     */
    default void verify() {}

    /** Ends it. */
    @Override
    default void close() {}
}
