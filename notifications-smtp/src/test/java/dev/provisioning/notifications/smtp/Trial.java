package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.testkit.BlackHole;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpRule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * One failure, tried: a server that fails so, and a delivery to it. Where the failure is silence, time passes; where it is
 * not, time stands still, and the delivery has to end without it.
 *
 * @param moment when it fails
 * @param failing in which way
 * @param channel over what
 */
record Trial(Moment moment, Failing failing, Channel channel) {
    static final String RECIPIENT = "ann@example.com";
    static final String SENDER = "provisioning@engine.example";
    static final String SECRET = "s3cret";

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration STEP = Duration.ofSeconds(5);

    /** Every failure that there is. */
    static Stream<Trial> all() {
        return Stream.of(Moment.values())
                .flatMap(moment -> moment.channels().stream()
                        .flatMap(channel -> Stream.of(Failing.values())
                                .map(failing -> new Trial(moment, failing, channel))
                                .filter(trial -> !trial.expected().equals(FailureTable.NONE))));
    }

    String expected() {
        return FailureTable.meaning(moment, failing);
    }

    /** Whether the delivery ends only because time passes; nobody waits for a farewell. */
    boolean isSlow() {
        return failing.isSlow() && moment != Moment.QUIT;
    }

    /** Whether it is chance whether the client has a connection before it loses it. */
    boolean isRacy() {
        return failing == Failing.RESET && moment.isBeforeAnyWord(channel);
    }

    Observed run() throws IOException {
        if (moment != Moment.CONNECT) {
            return withServer();
        }
        return failing == Failing.TIMEOUT ? withBlackHole() : withNobody();
    }

    private Observed withServer() {
        ManualTime time = newTime();
        try (ScriptedSmtpServer server = channel.server().start();
                SmtpTransport transport = patient(server.host(), server.port(), time)
                        .connectTimeout(DAY)
                        .build()) {
            SmtpRule rule = server.on(Objects.requireNonNull(moment.step)).after(moment == Moment.SECOND_EHLO ? 1 : 0);
            failing.script(rule, moment);
            CompletableFuture<DeliveryResult> delivery = deliver(transport);
            if (isSlow()) {
                rule.awaitUse(Fixtures.PATIENCE);
            }
            return observe(delivery, time, server);
        }
    }

    private Observed withBlackHole() {
        ManualTime time = newTime();
        try (BlackHole hole = BlackHole.open();
                SmtpTransport transport =
                        patient(hole.host(), hole.port(), time).build()) {
            CompletableFuture<DeliveryResult> delivery = deliver(transport);
            return Observed.withoutServer(advance(delivery, time), waited(time));
        }
    }

    /** A port that is taken by somebody who does not listen, so that nobody else will. */
    private Observed withNobody() throws IOException {
        ManualTime time = newTime();
        try (Socket holder = new Socket()) {
            holder.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (SmtpTransport transport =
                    patient("127.0.0.1", holder.getLocalPort(), time).build()) {
                return Observed.withoutServer(await(deliver(transport), time), waited(time));
            }
        }
    }

    private Observed observe(CompletableFuture<DeliveryResult> delivery, ManualTime time, ScriptedSmtpServer server) {
        DeliveryResult result = isSlow() ? advance(delivery, time) : await(delivery, time);
        return Observed.of(result, waited(time), server);
    }

    private SmtpTransportBuilder patient(String host, int port, ManualTime time) {
        return channel.towards(host, port)
                .lookupTimeout(DAY)
                .deliveryTimeout(DAY)
                .scheduler(time);
    }

    private CompletableFuture<DeliveryResult> deliver(SmtpTransport transport) {
        PointOfNoReturn point = moment.isAfterThePoint() ? () -> {} : Fixtures.NOT_REACHED;
        CompletableFuture<DeliveryResult> delivery = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        delivery.complete(transport.deliver(mail(), point));
                    } catch (Throwable t) {
                        delivery.completeExceptionally(t);
                    }
                },
                "trial");
        thread.setDaemon(true);
        thread.start();
        return delivery;
    }

    private Notification mail() {
        return moment == Moment.BODY ? Fixtures.longNotification() : Fixtures.notification(Fixtures.ANN);
    }

    /** What becomes of it while time stands still; if nothing does, it is ended by time, which is then found out. */
    private static DeliveryResult await(CompletableFuture<DeliveryResult> delivery, ManualTime time) {
        return isDone(delivery, Fixtures.PATIENCE) ? delivery.join() : advance(delivery, time);
    }

    /** Lets time pass, slowly enough for whoever is about to look at the clock. */
    private static DeliveryResult advance(CompletableFuture<DeliveryResult> delivery, ManualTime time) {
        long deadline = System.nanoTime() + Fixtures.PATIENCE.toNanos();
        while (!isDone(delivery, Duration.ofMillis(2))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no end after " + waited(time));
            }
            time.advance(STEP);
        }
        return delivery.join();
    }

    private static boolean isDone(CompletableFuture<DeliveryResult> delivery, Duration atMost) {
        try {
            delivery.handle((result, failure) -> 0).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ManualTime newTime() {
        return ManualTime.startingAt("2026-03-02T14:00:00Z");
    }

    private static Duration waited(ManualTime time) {
        return Duration.between(newTime().instant(), time.instant());
    }

    @Override
    public String toString() {
        return failing.title + " at " + moment.title + " over " + channel.title + " is " + expected();
    }
}
