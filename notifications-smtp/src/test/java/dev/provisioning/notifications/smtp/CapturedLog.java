package dev.provisioning.notifications.smtp;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What is logged by this package while it is open. */
final class CapturedLog implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.provisioning.notifications.smtp");
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    private CapturedLog(Level level) {
        logger.setLevel(level);
        logger.setAdditive(false);
        logger.addAppender(events);
        events.start();
    }

    static CapturedLog at(Level level) {
        return new CapturedLog(level);
    }

    List<ILoggingEvent> events() {
        return List.copyOf(events.list);
    }

    /** What was logged at a level, in order. */
    List<String> messages(Level level) {
        return events().stream()
                .filter(event -> event.getLevel().equals(level))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(events);
        logger.setAdditive(true);
        logger.setLevel(null);
    }
}
