package dev.provisioning.notifications.smtp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down a conversation at trace level: who says what, one line each, with secrets left out and addresses masked, and
 * of contents only the size. Whether it is wanted is asked once per connection.
 */
final class Transcript {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);
    private static final Pattern AUTH = Pattern.compile("(?i)(AUTH [A-Z0-9-]+).*");

    private final ServerUrl server;
    private final boolean wanted;

    Transcript(ServerUrl server) {
        this.server = server;
        this.wanted = LOG.isTraceEnabled();
    }

    void sent(String command) {
        if (wanted) {
            Matcher auth = AUTH.matcher(command);
            LOG.trace("{} < {}", server, auth.matches() ? auth.group(1) + " ***" : Reply.safe(command));
        }
    }

    void sentSecret() {
        if (wanted) {
            LOG.trace("{} < ***", server);
        }
    }

    void sentContent(int size) {
        if (wanted) {
            LOG.trace("{} < {} bytes", server, size);
        }
    }

    void received(Reply reply) {
        if (wanted) {
            LOG.trace("{} > {}", server, reply);
        }
    }

    void note(String event) {
        if (wanted) {
            LOG.trace("{} {}", server, Reply.safe(event));
        }
    }
}
