package dev.provisioning.notifications.benchmarks.scale.start;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.jdbc.JdbcNotificationStore;
import java.io.PrintStream;
import java.nio.file.Path;

/** A process that opens a store file and accepts a first report; prints how long that took. */
public final class OpenMain {
    private static final PrintStream OUT = System.out;

    private OpenMain() {}

    /**
     * Measures.
     *
     * @param args the file, and the name of the application to report of
     */
    public static void main(String[] args) {
        long begun = System.nanoTime();
        try (JdbcNotificationStore store = JdbcNotificationStore.file(Path.of(args[0]))) {
            long opened = System.nanoTime();
            try (Notifier notifier = FirstReport.notifier()
                    .store(store)
                    .transport((mail, point) -> DeliveryResult.accepted(mail))
                    .build()) {
                long built = System.nanoTime();
                FirstReport.to(notifier, args[1]);
                OUT.println(new Opening(opened - begun, built - opened, System.nanoTime() - built).toLine());
            }
        }
    }
}
