package dev.provisioning.notifications.example.gallery;

import dev.provisioning.notifications.core.NotificationPreview;
import dev.provisioning.notifications.spi.Composer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The command {@code gallery}: writes sample mails, and a page to look through them. */
public final class GalleryCommand {
    private final PrintStream out;
    private final Clock clock;
    private final Path folder;
    private final Composer composer = NotificationPreview.standard()::render;

    /**
     * Prepares the command.
     *
     * @param out where to say where the page is
     * @param clock tells how long it took
     * @param folder where to put the mails and the page
     */
    public GalleryCommand(PrintStream out, Clock clock, Path folder) {
        this.out = out;
        this.clock = clock;
        this.folder = folder;
    }

    /** Runs the command. */
    public void run() {
        Instant began = clock.instant();
        List<Exhibit> exhibits = Exhibit.all();
        Path page = new Gallery(folder, composer).write(exhibits);
        out.println(exhibits.size() + " mails in "
                + Duration.between(began, clock.instant()).toSeconds() + " seconds. Look through them: " + page);
    }
}
