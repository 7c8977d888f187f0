package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComplaintTest {
    private final Logger logger = new LoggerContext().getLogger("of this test alone");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Complaint complaint = new Complaint(new Log(logger));

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
        logger.setLevel(Level.DEBUG);
    }

    @Test
    void warnsOnceUntilItIsMended() {
        complain();
        complain();
        complaint.mended();
        complain();

        assertThat(logged.list)
                .extracting(ILoggingEvent::getLevel)
                .containsExactly(Level.WARN, Level.DEBUG, Level.WARN);
        assertThat(logged.list.get(0).getFormattedMessage()).isEqualTo("the lamp is broken");
    }

    private void complain() {
        complaint.complain("the {} is broken", "lamp", new IllegalStateException("dark"));
    }
}
