package dev.provisioning.notifications.core.transport;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.DeliveryResult.Accepted;
import dev.provisioning.notifications.DeliveryResult.Misconfigured;
import dev.provisioning.notifications.DeliveryResult.Retry;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.core.privacy.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries several transports in turn, as long as nothing can have left.
 *
 * <ul>
 *   <li>A transport that answers {@link Retry} or {@link Misconfigured}, or throws, without having touched the point of
 *       no return gives way to the next. If all do, the answer is the first retry; without one, the first exception
 *       is thrown; without one of those, too, the answer is the first misconfiguration.
 *   <li>Once a transport has touched the point, no other is tried: what it answers is the answer, what it throws is
 *       thrown. The point is never passed twice.
 *   <li>A {@link HandoverRefusedException} is thrown at once, even if the transport swallowed it.
 *   <li>The first to be tried is the {@linkplain Notification#attempt() attempt}'s: the second attempt begins with the
 *       second transport, and so on in a circle. A definite refusal behind the point is thereby answered by another
 *       transport at the next attempt.
 *   <li>An interrupted thread tries no further transport.
 * </ul>
 *
 * <p>Others may stand in for a misconfigured transport for so long that nobody notices; so it is logged as a warning, once
 * until it has accepted a mail again. Thread-safe if the transports are.
 *
 * <pre>{@code
 * Transport transport = FailoverTransport.of(companyRelay, cloudRelay);
 * }</pre>
 */
public final class FailoverTransport implements Transport {
    private final List<Transport> transports;
    private final Logger log;
    private final Set<Integer> misconfigured = ConcurrentHashMap.newKeySet();

    FailoverTransport(List<Transport> transports, Logger log) {
        this.transports = List.copyOf(transports);
        this.log = log;
    }

    /**
     * Makes one transport of several.
     *
     * @param first the one to begin with
     * @param second the one to go on with
     * @param others further ones
     * @return a transport that tries them in turn, and closes them when it is closed
     */
    public static FailoverTransport of(Transport first, Transport second, Transport... others) {
        List<Transport> transports = new ArrayList<>(List.of(first, second));
        transports.addAll(List.of(others));
        return new FailoverTransport(transports, LoggerFactory.getLogger(FailoverTransport.class));
    }

    @Override
    public DeliveryResult deliver(Notification notification, PointOfNoReturn point) {
        WatchedPoint watched = new WatchedPoint(point);
        Setbacks setbacks = new Setbacks();
        int start = (notification.attempt() - 1) % transports.size();
        for (int i = 0; i < transports.size() && !Thread.currentThread().isInterrupted(); i++) {
            int index = (start + i) % transports.size();
            DeliveryResult result = tryOne(index, notification, watched, setbacks);
            if (result != null) {
                return result;
            }
        }
        return setbacks.answer();
    }

    @Override
    public void close() {
        Closing.all(transports);
    }

    /** The final answer, or null if the next transport may try. */
    private @Nullable DeliveryResult tryOne(
            int index, Notification notification, WatchedPoint watched, Setbacks setbacks) {
        try {
            DeliveryResult result = transports.get(index).deliver(notification, watched);
            watched.rethrowRefusal();
            note(index, result);
            return watched.isTouched() || !setbacks.add(result) ? result : null;
        } catch (HandoverRefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            if (watched.isTouched()) {
                throw e;
            }
            log.debug("Transport {} of {} threw", index + 1, transports.size());
            setbacks.add(e);
            return null;
        }
    }

    private void note(int index, DeliveryResult result) {
        if (result instanceof Misconfigured broken && misconfigured.add(index)) {
            log.warn("Transport {} of {} is misconfigured: {}", index + 1, transports.size(), safe(broken.fault()));
        } else if (result instanceof Accepted && misconfigured.remove(index)) {
            log.info("Transport {} of {} works again", index + 1, transports.size());
        } else {
            log.debug("Transport {} of {} answered {}", index + 1, transports.size(), safe(result));
        }
    }

    /** Another transport's words may hold anything. */
    private static String safe(Object words) {
        return Redactor.standard().redact(words.toString());
    }
}
