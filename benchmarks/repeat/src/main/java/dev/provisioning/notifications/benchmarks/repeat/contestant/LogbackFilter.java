package dev.provisioning.notifications.benchmarks.repeat.contestant;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.DuplicateMessageFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.provisioning.notifications.Issue;
import org.slf4j.LoggerFactory;

/**
 * Logback's filter of messages that were logged before, for who mails what is logged as an error. It goes by the message, and
 * knows of no day: what is in its cache is a duplicate, and that is everything here.
 */
final class LogbackFilter implements RepeatFilter {
    private final Logger logger = (Logger) LoggerFactory.getLogger(LogbackFilter.class);
    private final DuplicateMessageFilter filter = new DuplicateMessageFilter();

    LogbackFilter(int applications) {
        filter.setAllowedRepetitions(0);
        filter.setCacheSize(applications);
        filter.start();
    }

    @Override
    public boolean suppresses(Issue issue) {
        return filter.decide(null, logger, Level.ERROR, issue.summary(), null, null) == FilterReply.DENY;
    }

    @Override
    public void close() {
        filter.stop();
    }
}
