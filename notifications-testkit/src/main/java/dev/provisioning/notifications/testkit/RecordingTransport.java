package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A transport that keeps the mails it is given, and otherwise behaves as a test has told it: by default it accepts
 * everything.
 *
 * <p>What is told with {@code next…} is used up by one delivery each, in the order it was told. {@link #received()} is what
 * a mail server would have: also mails whose acceptance the sender never learned of. Thread-safe.
 *
 * <pre>{@code
 * RecordingTransport transport = new RecordingTransport();
 * transport.nextAnswers(DeliveryResult.retry(Stage.CONNECT, "connection refused"));
 * }</pre>
 */
public final class RecordingTransport implements Transport {
    private final List<Notification> attempted = new ArrayList<>();
    private final List<Notification> received = new ArrayList<>();
    private final Deque<Transport> script = new ArrayDeque<>();
    private Transport otherwise = this::accept;

    /** Makes a transport that accepts everything. */
    public RecordingTransport() {}

    /**
     * The next delivery is answered so. A fault at {@link Stage#HANDOVER} comes behind the point of no return, any other
     * before it.
     *
     * @param result the answer
     * @return this transport
     */
    public RecordingTransport nextAnswers(DeliveryResult result) {
        return nextDoes((notification, point) -> answer(result, notification, point));
    }

    /**
     * The next delivery throws before the point of no return.
     *
     * @param thrown what it throws
     * @return this transport
     */
    public RecordingTransport nextThrows(RuntimeException thrown) {
        return nextDoes((notification, point) -> {
            throw thrown;
        });
    }

    /**
     * The next delivery passes the point of no return, and no answer comes back.
     *
     * @param accepted whether the mail was received all the same
     * @return this transport
     */
    public RecordingTransport nextLosesReply(boolean accepted) {
        return nextDoes((notification, point) -> {
            point.pass();
            if (accepted) {
                receive(notification);
            }
            return DeliveryResult.inDoubt("the reply was lost");
        });
    }

    /**
     * The next delivery is left to something else, which may {@link #accept} in the end.
     *
     * @param behaviour what to do
     * @return this transport
     */
    public synchronized RecordingTransport nextDoes(Transport behaviour) {
        script.add(behaviour);
        return this;
    }

    /**
     * Every delivery that nothing else was told for is answered so, until told otherwise.
     *
     * @param result the answer
     * @return this transport
     */
    public synchronized RecordingTransport alwaysAnswers(DeliveryResult result) {
        otherwise = (notification, point) -> answer(result, notification, point);
        return this;
    }

    /**
     * Every delivery is accepted, as in the beginning, whatever else was told before.
     *
     * @return this transport
     */
    public synchronized RecordingTransport alwaysAccepts() {
        script.clear();
        otherwise = this::accept;
        return this;
    }

    /** {@return the mails of all attempts, in their order} */
    public synchronized List<Notification> attempted() {
        return List.copyOf(attempted);
    }

    /** {@return the mails that have arrived, in their order} */
    public synchronized List<Notification> received() {
        return List.copyOf(received);
    }

    /**
     * Waits until so many mails have arrived, for tests with real threads.
     *
     * @param mails how many
     * @param timeout how long to wait at most
     * @return whether they have
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public synchronized boolean awaitReceived(int mails, Duration timeout) throws InterruptedException {
        long until = System.nanoTime() + timeout.toNanos();
        while (received.size() < mails) {
            long left = until - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    @Override
    public DeliveryResult deliver(Notification notification, PointOfNoReturn point) {
        Transport behaviour;
        synchronized (this) {
            attempted.add(notification);
            behaviour = script.isEmpty() ? otherwise : script.remove();
        }
        return behaviour.deliver(notification, point);
    }

    /**
     * Passes the point of no return and receives the mail, for behaviours that end well.
     *
     * @param notification the mail
     * @param point the point of no return
     * @return that it is accepted for all its recipients
     */
    public DeliveryResult accept(Notification notification, PointOfNoReturn point) {
        point.pass();
        receive(notification);
        return DeliveryResult.accepted(notification);
    }

    private DeliveryResult answer(DeliveryResult result, Notification notification, PointOfNoReturn point) {
        if (result instanceof DeliveryResult.Accepted) {
            point.pass();
            receive(notification);
        } else if (result instanceof DeliveryResult.InDoubt || fault(result).stage() == Stage.HANDOVER) {
            point.pass();
        }
        return result;
    }

    private static DeliveryFault fault(DeliveryResult result) {
        if (result instanceof DeliveryResult.Retry retry) {
            return retry.fault();
        }
        if (result instanceof DeliveryResult.Rejected rejected) {
            return rejected.fault();
        }
        if (result instanceof DeliveryResult.Misconfigured misconfigured) {
            return misconfigured.fault();
        }
        throw new IllegalArgumentException("a result without a fault: " + result);
    }

    private synchronized void receive(Notification notification) {
        received.add(notification);
        notifyAll();
    }
}
