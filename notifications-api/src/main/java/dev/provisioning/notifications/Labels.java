package dev.provisioning.notifications;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program can know of a mail without reading it: for mail rules, for ticket systems, and for transports that show
 * what is urgent in another colour. Immutable and thread-safe.
 *
 * @param slot the number of the slot whose mail it is; 0 if it uses none, as a test does
 * @param severity the worst severity among its issues
 * @param kinds of which kinds its issues are, each once, the most pressing first; at most {@value #MAX_KINDS}
 * @param settings where its readers can change or switch off notifications, if there is a page for it
 */
public record Labels(
        long slot,
        Severity severity,
        List<IssueKind> kinds,
        @Nullable ReportLink settings) {
    /** The most {@link #kinds()}. */
    public static final int MAX_KINDS = 20;

    /** The labels of a mail that is about no issue. */
    public static final Labels NONE = new Labels(0, Severity.INFO, List.of(), null);

    /**
     * Makes labels.
     *
     * @throws IllegalArgumentException if a field is not as described above; the message names it
     */
    public Labels {
        if (slot < 0) {
            throw new IllegalArgumentException("labels.slot is less than 0: " + slot);
        }
        Check.present("labels.severity", severity);
        kinds = Check.list("labels.kinds", kinds, MAX_KINDS);
        if (kinds.stream().distinct().count() < kinds.size()) {
            throw new IllegalArgumentException("labels.kinds has a kind twice: " + kinds);
        }
    }
}
