package dev.provisioning.notifications.smtp;

import java.io.Closeable;
import java.io.IOException;

/** Closes what is of no use any more, closed or not. */
final class Quietly {
    private Quietly() {}

    static void close(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // Whoever still uses it will notice.
        }
    }
}
