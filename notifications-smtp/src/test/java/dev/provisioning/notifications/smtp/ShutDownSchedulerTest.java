package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.NOT_REACHED;
import static dev.provisioning.notifications.smtp.Fixtures.PATIENCE;
import static dev.provisioning.notifications.smtp.Fixtures.faultOf;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.plainlyTowards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.spi.Scheduler;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A host that shuts its scheduler down before the transport: nobody watches the time any more. */
class ShutDownSchedulerTest {
    private final HostScheduler scheduler = new HostScheduler();
    private final ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
    private final SmtpTransport transport =
            plainlyTowards(server).scheduler(scheduler).build();

    @AfterEach
    void stop() {
        transport.close();
        server.close();
    }

    @Test
    void closingStillEndsEveryConnectionThatIsKept() {
        transport.deliver(notification(ANN), () -> transport.deliver(notification(ANN), () -> {}));
        assertThat(server.connections()).isEqualTo(2);
        scheduler.shutDown();

        transport.close();

        server.awaitNoConnection(PATIENCE);
    }

    @Test
    void closingDoesNotWaitForAnAnswerThatMayNeverCome() {
        server.on(SmtpStep.END_OF_DATA).stall();
        InBackground<DeliveryResult> delivery =
                InBackground.begin(() -> transport.deliver(notification(ANN), () -> {}));
        server.awaitCommand(".", PATIENCE);
        scheduler.shutDown();

        transport.close();

        assertThat(delivery.result()).isInstanceOf(DeliveryResult.InDoubt.class);
        server.awaitNoConnection(PATIENCE);
    }

    @ParameterizedTest
    @CsvSource({"localhost, LOOKUP", "127.0.0.1, CONNECT"})
    void nothingIsBegunThatNobodyWatches(String host, Stage stage) {
        try (SmtpTransport late = SmtpTransport.builder()
                .url("smtp://" + host + ":" + server.port())
                .allowPlaintext()
                .from("provisioning@engine.example")
                .scheduler(scheduler)
                .build()) {
            scheduler.shutDown();

            DeliveryResult result = late.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(faultOf(result).stage()).isEqualTo(stage);
            assertThat(faultOf(result).text()).endsWith("the scheduler takes no more tasks");
            assertThat(server.commands()).allSatisfy(lines -> assertThat(lines).isEmpty());
        }
    }

    @Test
    void aMailThatIsAcceptedStaysAcceptedAndItsConnectionIsNotKept() {
        DeliveryResult result = transport.deliver(notification(ANN), scheduler::shutDown);

        assertThat(result).isInstanceOf(DeliveryResult.Accepted.class);
        assertThat(server.mails()).hasSize(1);
        server.awaitNoConnection(PATIENCE);
    }

    @Test
    void noDotIsSentForWhoseAnswerNobodyWouldWatchTheTime() {
        DeliveryResult result = transport.deliver(notification(ANN), () -> {
            // So that the wait for the answer needs a task of its own.
            scheduler.time.advance(Duration.ofHours(1));
            scheduler.shutDown();
        });

        assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
        assertThat(faultOf(result)).hasToString("CONTENT: the scheduler takes no more tasks");
        server.awaitNoConnection(PATIENCE);
        assertThat(server.mails()).isEmpty();
    }

    @Test
    void connectionsThatNobodyWouldSweepAreNotKept() {
        transport.deliver(notification(ANN), () -> transport.deliver(notification(ANN), () -> {}));
        scheduler.time.advance(Duration.ofSeconds(20));
        transport.deliver(notification(ANN), () -> {});
        scheduler.shutDown();

        scheduler.time.advance(Duration.ofSeconds(10));

        server.awaitNoConnection(PATIENCE);
    }

    /** Takes tasks until it is shut down. */
    private static final class HostScheduler implements Scheduler {
        final ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
        private volatile boolean down;

        void shutDown() {
            down = true;
        }

        @Override
        public Handle schedule(Duration delay, Runnable task) {
            if (down) {
                throw new RejectedExecutionException("shut down");
            }
            return time.schedule(delay, task);
        }

        @Override
        public long nanoTime() {
            return time.nanoTime();
        }
    }
}
