package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.BOB;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the log never says. */
class DiscretionTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.provisioning.notifications.smtp");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.TRACE);
        logger.setAdditive(false);
        logger.addAppender(log);
        log.start();
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void logsAtDebugAndTraceOnlyAndNeitherSecretsNorBodiesNorWholeAddresses() {
        try (ScriptedSmtpServer server =
                        ScriptedSmtpServer.tls().user("engine", "s3cret").start();
                SmtpTransport transport = towards(server, "smtps")
                        .credentials("engine", () -> "s3cret")
                        .keptConnections(0)
                        .build()) {
            server.on(SmtpStep.RCPT).recipient("bob@example.com").reply("550 5.1.1 <bob@example.com>: no such user");

            transport.deliver(notification(ANN, BOB), () -> {});
            server.on(SmtpStep.AUTH).reply("535 5.7.8 engine@example.com may not");
            transport.deliver(notification(ANN, BOB), () -> {});

            assertThat(log.list)
                    .isNotEmpty()
                    .extracting(ILoggingEvent::getLevel)
                    .containsOnly(Level.DEBUG, Level.TRACE);
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .allSatisfy(line -> assertThat(line)
                            .doesNotContain("s3cret", "ann@", "bob@", "engine@", "expired", "hr: 2 problems"));
        }
    }
}
