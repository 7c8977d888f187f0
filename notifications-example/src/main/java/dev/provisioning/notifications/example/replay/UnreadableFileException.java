package dev.provisioning.notifications.example.replay;

import java.io.Serial;
import java.nio.file.Path;

/** A file could not be read. The message is one line for people: which file, where in it, and why. */
public final class UnreadableFileException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableFileException(Path file, String why, Throwable cause) {
        super(file + ": " + why, cause);
    }

    UnreadableFileException(Path file, long line, long column, String why, Throwable cause) {
        super(file + ", line " + line + ", column " + column + ": " + why, cause);
    }
}
