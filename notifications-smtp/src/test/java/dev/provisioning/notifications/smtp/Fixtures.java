package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What the tests of this package begin with. */
final class Fixtures {
    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final Recipient ANN = Recipient.mail("ann@example.com");
    static final Recipient BOB = Recipient.mail("bob@example.com");

    /** For deliveries that fail before the final dot. */
    static final PointOfNoReturn NOT_REACHED = () -> {
        throw new AssertionError("the point of no return was passed");
    };

    private Fixtures() {}

    static Notification notification(Recipient... recipients) {
        return notification("hr: 2 problems", "The password has expired.\n", "<p>It has expired.</p>", recipients);
    }

    static Notification notification(Labels labels, Recipient... recipients) {
        return notification(AppId.of("contoso", "hr"), labels, recipients);
    }

    static Notification notification(AppId app, Labels labels, Recipient... recipients) {
        Notification any = notification(recipients);
        return new Notification(
                app,
                any.id(),
                any.threadId(),
                any.attempt(),
                any.date(),
                any.recipients(),
                any.language(),
                labels,
                any.subject(),
                any.text(),
                any.html());
    }

    static Notification notification(String subject, String text, @Nullable String html, Recipient... recipients) {
        return new Notification(
                AppId.of("contoso", "hr"),
                "contoso-hr.7",
                "contoso-hr",
                1,
                Instant.parse("2026-03-02T04:05:06Z"),
                List.of(recipients),
                Locale.GERMANY,
                Labels.NONE,
                subject,
                text,
                html);
    }

    /** So long that neither side's buffers hold it. */
    static Notification longNotification() {
        String text = "é".repeat(70).concat("\n").repeat(14_000);
        return notification("hr: 2 problems", text, null, ANN);
    }

    /** A builder for a server, as its kind needs it. */
    static SmtpTransportBuilder towards(ScriptedSmtpServer server, String scheme) {
        return SmtpTransport.builder()
                .url(scheme + "://" + server.host() + ":" + server.port())
                .sslContext(ScriptedSmtpServer.clientTrust())
                .from("provisioning@engine.example");
    }

    static SmtpTransportBuilder plainlyTowards(ScriptedSmtpServer server) {
        return towards(server, "smtp").allowPlaintext();
    }

    /** A server over which nothing goes before STARTTLS and AUTH. */
    static ScriptedSmtpServer demanding() {
        return ScriptedSmtpServer.startTls().user("engine", "secret").start();
    }

    static SmtpTransportBuilder signedInAt(ScriptedSmtpServer server) {
        return towards(server, "smtp+starttls").credentials("engine", () -> "secret");
    }

    /** The point of a delivery that fails at a step: passed only if that is after the final dot. */
    static PointOfNoReturn reachedAt(SmtpStep step) {
        return step == SmtpStep.END_OF_DATA ? () -> {} : NOT_REACHED;
    }

    static DeliveryFault faultOf(DeliveryResult result) {
        if (result instanceof DeliveryResult.Retry retry) {
            return retry.fault();
        }
        if (result instanceof DeliveryResult.Rejected rejected) {
            return rejected.fault();
        }
        if (result instanceof DeliveryResult.Misconfigured misconfigured) {
            return misconfigured.fault();
        }
        if (result instanceof DeliveryResult.InDoubt doubt) {
            return doubt.fault();
        }
        throw new AssertionError("no failure: " + result);
    }

    /** The time-outs of a test that waits for one. */
    static SmtpTransportBuilder hasty(SmtpTransportBuilder builder) {
        return builder.connectTimeout(Duration.ofSeconds(5))
                .commandTimeout(Duration.ofSeconds(1))
                .endOfDataTimeout(Duration.ofSeconds(1))
                .deliveryTimeout(Duration.ofSeconds(10));
    }

    static List<Thread> watchdogs() {
        return threads().stream()
                .filter(thread -> thread.getName().equals("notifications-smtp-watchdog"))
                .toList();
    }

    /** All threads that transports have begun. */
    static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("notifications-smtp-"))
                .toList();
    }

    /** Waits for what nothing tells of. */
    static void await(String what, BooleanSupplier reached) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("no sight of " + what);
            }
            Thread.onSpinWait();
        }
    }

    /** Waits for a thread that is told to end, for less time than it lives when it has nothing to do. */
    static void awaitEnd(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (thread.isAlive()) {
            throw new AssertionError(thread + " still runs");
        }
    }
}
