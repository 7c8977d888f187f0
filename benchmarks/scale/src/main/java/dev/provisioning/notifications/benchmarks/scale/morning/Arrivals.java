package dev.provisioning.notifications.benchmarks.scale.morning;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Transport;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A transport that accepts every mail at once, and knows when each came and which were urgent. */
final class Arrivals implements Transport {
    private static final int PATIENCE_SECONDS = 300;

    private final Set<AppId> urgent;
    private long[] nanos = new long[4096];
    private int count;
    private int urgentCount;
    private long urgentPlaces;

    Arrivals(Set<AppId> urgent) {
        this.urgent = urgent;
    }

    @Override
    public DeliveryResult deliver(Notification mail, PointOfNoReturn point) {
        point.pass();
        arrived(mail.app());
        return DeliveryResult.accepted(mail);
    }

    /** Waits until so many have come. */
    synchronized void await(int mails) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (count < mails) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                throw new IllegalStateException(count + " mails have come, not " + mails);
            }
            wait(left);
        }
    }

    synchronized int count() {
        return count;
    }

    /** How many a second, between two of them. */
    synchronized double perSecond(int from, int to) {
        return (to - from) * 1e9 / (nanos[to - 1] - nanos[from]);
    }

    /** The most that came within a second, wherever it begins. */
    synchronized int mostInASecond() {
        int most = 0;
        int first = 0;
        for (int last = 0; last < count; last++) {
            while (nanos[last] - nanos[first] >= TimeUnit.SECONDS.toNanos(1)) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    synchronized int urgentCount() {
        return urgentCount;
    }

    /** In which place urgent ones came, on average. */
    synchronized OptionalDouble urgentPlace() {
        return urgentCount == 0 ? OptionalDouble.empty() : OptionalDouble.of(urgentPlaces / (double) urgentCount);
    }

    private synchronized void arrived(AppId app) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = System.nanoTime();
        if (urgent.contains(app)) {
            urgentCount++;
            urgentPlaces += count;
        }
        notifyAll();
    }
}
