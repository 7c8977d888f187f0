package dev.provisioning.notifications.benchmarks.smtp.contestant;

import dev.provisioning.notifications.Notification;
import java.io.IOException;

/** What one thread sends its mails by, one after the other. */
@FunctionalInterface
interface MailSession extends AutoCloseable {
    /**
     * Sends a mail, and returns when the server has accepted it.
     *
     * @param mail what it says
     * @throws Exception if it was not accepted
     */
    void send(Notification mail) throws Exception;

    @Override
    default void close() throws IOException {}
}
