package dev.provisioning.notifications.benchmarks.scale.morning;

import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import java.util.OptionalDouble;

/**
 * What a morning was like.
 *
 * @param engine where the ledgers are
 * @param nodes how many notifiers sent
 * @param due how many applications were due
 * @param mails how many mails are looked at, the first ones
 * @param perSecond how many a second
 * @param cpuMillis processor time of each, without that of a server
 * @param commits transactions of each
 * @param heapFirst what was alive after a tenth of the mails, in MiB
 * @param heapLast what was alive after all of them, in MiB
 * @param urgentDue how many urgent ones were due, and put in last
 * @param urgent how many urgent ones were among them
 * @param urgentPlace in which place these came, on average
 */
public record Morning(
        Engine engine,
        int nodes,
        int due,
        int mails,
        double perSecond,
        double cpuMillis,
        double commits,
        double heapFirst,
        double heapLast,
        int urgentDue,
        int urgent,
        OptionalDouble urgentPlace) {
    /** {@return in which place all urgent ones come at best, on average: those that have not left come behind all others} */
    public double placeOfAllUrgent() {
        double left = urgent == 0 ? 0 : urgent * urgentPlace.orElseThrow();
        return (left + (double) (urgentDue - urgent) * mails) / urgentDue;
    }
}
