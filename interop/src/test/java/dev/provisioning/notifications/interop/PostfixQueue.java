package dev.provisioning.notifications.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.stream.Stream;

/** The mails that a Postfix has taken responsibility for and not delivered yet. */
final class PostfixQueue {
    private final Path directory;

    PostfixQueue(Path directory) {
        this.directory = directory;
    }

    /** In the order in which a mail moves on, so that none slips past. */
    boolean isEmpty() {
        return Stream.of("incoming", "active", "deferred")
                .map(directory::resolve)
                .noneMatch(PostfixQueue::hasMail);
    }

    private static boolean hasMail(Path part) {
        try (Stream<Path> all = Files.walk(part)) {
            return all.anyMatch(PostfixQueue::isCompleteMail);
        } catch (UncheckedIOException | IOException e) {
            // Something was moved while we looked, so look again.
            return true;
        }
    }

    /** Postfix makes a mail executable when it is complete, before it accepts it; what is not, it never delivers. */
    private static boolean isCompleteMail(Path path) {
        try {
            return Files.isRegularFile(path)
                    && Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_EXECUTE);
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
