package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.PATIENCE;
import static dev.provisioning.notifications.smtp.Fixtures.plainlyTowards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpMail;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many threads, few connections. */
class ConcurrentDeliveriesTest {
    private static final int THREADS = 16;
    private static final int MAILS_EACH = 12;
    private static final int KEPT = 4;

    private final ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyMailArrivesOnceAndNoMoreConnectionsAreLeftThanAreKept() {
        try (SmtpTransport transport =
                plainlyTowards(server).keptConnections(KEPT).build()) {
            deliverAll(transport);

            assertAllArrived();
            Fixtures.await("at most " + KEPT + " connections", () -> notLeft() <= KEPT);
            assertThat(server.connections()).isLessThan(THREADS * MAILS_EACH);
        }
        server.awaitNoConnection(PATIENCE);
        assertThat(notLeft()).isZero();
    }

    @Test
    void connectionsThatEndInBetweenAreNotNoticed() {
        for (int warm = 1; warm <= THREADS; warm += 2) {
            server.on(SmtpStep.MAIL).connection(warm).after(2).reply("421 4.7.0 enough for today");
            server.on(SmtpStep.RCPT).connection(warm + 1).after(2).drop();
        }
        try (SmtpTransport transport =
                plainlyTowards(server).keptConnections(THREADS).build()) {
            warmUp(transport);

            deliverAll(transport);

            assertAllArrived();
        }
    }

    /** Has a connection kept for each thread, so that none of those that end is a fresh one. */
    private void warmUp(SmtpTransport transport) {
        CyclicBarrier all = new CyclicBarrier(THREADS);
        inParallel(thread -> transport.deliver(mail("warm-up." + thread), () -> await(all)));
    }

    private static void deliverAll(SmtpTransport transport) {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        inParallel(thread -> {
            await(start);
            DeliveryResult last = null;
            for (int i = 0; i < MAILS_EACH; i++) {
                last = transport.deliver(mail("contoso-hr." + thread + "." + i), () -> {});
                assertThat(last).isInstanceOf(DeliveryResult.Accepted.class);
            }
        });
    }

    private interface Task {
        void run(int thread);
    }

    private static void inParallel(Task task) {
        List<InBackground<Boolean>> begun = IntStream.range(0, THREADS)
                .mapToObj(thread -> InBackground.begin(() -> task.run(thread)))
                .toList();
        begun.forEach(InBackground::result);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Notification mail(String id) {
        Notification mail = Fixtures.notification(Fixtures.ANN);
        return new Notification(
                mail.app(),
                id,
                mail.threadId(),
                mail.attempt(),
                mail.date(),
                mail.recipients(),
                mail.language(),
                Labels.NONE,
                mail.subject(),
                mail.text(),
                mail.html());
    }

    private void assertAllArrived() {
        Stream<String> expected = IntStream.range(0, THREADS)
                .boxed()
                .flatMap(thread -> IntStream.range(0, MAILS_EACH)
                        .mapToObj(i -> "<contoso-hr." + thread + "." + i + "@engine.example>"));
        assertThat(server.mails())
                .extracting(SmtpMail::messageId)
                .filteredOn(id -> !id.startsWith("<warm-up"))
                .containsExactlyInAnyOrderElementsOf(expected.toList());
    }

    /** How many connections the client has not taken leave of. */
    private long notLeft() {
        return server.commands().stream()
                .filter(lines -> !lines.contains("QUIT"))
                .count();
    }
}
