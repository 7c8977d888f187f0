package dev.provisioning.notifications.example.gallery;

import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.testkit.SampleDigests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A folder with mails as HTML, as text and as they are sent, and a page to look through them. */
final class Gallery {
    private final Path folder;
    private final Composer composer;

    Gallery(Path folder, Composer composer) {
        this.folder = folder;
        this.composer = composer;
    }

    /** {@return the page, written anew, as are the files of these mails} */
    Path write(List<Exhibit> exhibits) {
        List<Page.Entry> entries = new ArrayList<>();
        try (Post post = new Post()) {
            for (Exhibit exhibit : exhibits) {
                entries.add(hang(exhibit, post));
            }
            return Page.write(folder, entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page.Entry hang(Exhibit exhibit, Post post) throws IOException {
        var digest = exhibit.digest();
        Notification mail = SampleDigests.mail(digest, composer.compose(digest));
        byte[] source = post.send(mail);
        Files.createDirectories(file(exhibit, "").getParent());
        Files.writeString(file(exhibit, ".html"), Objects.requireNonNullElse(mail.html(), ""));
        Files.writeString(file(exhibit, ".txt"), mail.text());
        Files.write(file(exhibit, ".eml"), source);
        return new Page.Entry(exhibit, mail, source.length);
    }

    private Path file(Exhibit exhibit, String ending) {
        return folder.resolve(exhibit.path() + ending);
    }
}
