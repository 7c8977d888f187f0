package dev.provisioning.notifications.soak.child;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a child has done, one line each: the instant by its clock, what, about what. A line is with the operating system when
 * {@link #note} returns, so that it outlives the process, however that ends. Thread-safe; a thread that is interrupted can
 * still write.
 */
final class Journal implements AutoCloseable {
    private final FileOutputStream file;
    private final Clock clock;

    private Journal(FileOutputStream file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    static Journal open(Path path, Clock clock) {
        try {
            return new Journal(new FileOutputStream(path.toFile()), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void note(Note note, Object... words) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StringBuilder line = new StringBuilder(now + " " + note.word());
        for (Object word : words) {
            line.append(' ').append(word.toString().replace('\n', ' '));
        }
        try {
            file.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
