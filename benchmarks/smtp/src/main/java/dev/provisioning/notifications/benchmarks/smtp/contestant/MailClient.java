package dev.provisioning.notifications.benchmarks.smtp.contestant;

import java.io.IOException;

/** A way to send mails to one server, over as many sessions at once as it was made for. */
@FunctionalInterface
interface MailClient extends AutoCloseable {
    /**
     * Opens a session, for the thread that asks. Called as often as the client was made for.
     *
     * @return the session
     * @throws Exception if that fails
     */
    MailSession open() throws Exception;

    @Override
    default void close() throws IOException {}
}
