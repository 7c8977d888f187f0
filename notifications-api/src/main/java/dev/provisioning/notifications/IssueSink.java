package dev.provisioning.notifications;

/**
 * Where a provisioning engine reports what goes wrong, and what is right again.
 *
 * <p>Nothing here throws for a fault of the store, of the mail server or of any plugged-in part, and nothing waits
 * for the mail server. A new issue costs one transaction of the store, which the store bounds by its own time-out;
 * a repeat of a known issue touches no store at all.
 *
 * <p>Implementations are thread-safe.
 */
public interface IssueSink {
    /**
     * Reports an issue. Report it as often as it is seen: repeats are counted, not mailed.
     *
     * @param issue what is wrong
     * @return what was done with it; a refusal is a value, never an exception
     */
    Disposition report(Issue issue);

    /**
     * Says that an issue is over. If it was not mailed yet, no mail will name it; if it was, the next mail shows it
     * as resolved. Being resolved never causes a mail.
     *
     * @param app which application had the problem
     * @param key the {@link Issue#key()} it was reported with
     * @return what was done
     */
    Resolution resolve(AppId app, String key);

    /**
     * Begins a provisioning cycle: one complete look at an application. What the cycle does not report again is
     * resolved when it completes.
     *
     * @param app which application is looked at
     * @return the cycle, to report to and to {@linkplain Cycle#complete() complete}
     */
    Cycle beginCycle(AppId app);
}
