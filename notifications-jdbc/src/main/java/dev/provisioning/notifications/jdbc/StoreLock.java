package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.spi.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The lock on a store's file, {@code NAME.lock} beside it, which says who has it. It ends with the process.
 *
 * <p>A POSIX system takes all its locks on a file from a process that closes that file, whichever channel it had opened for
 * it. So a channel that was opened in vain, because a store of this very process holds the lock, is never closed, but
 * kept for the next who tries.
 */
final class StoreLock implements AutoCloseable {
    private static final Map<Path, FileChannel> KEPT_OPEN = new HashMap<>();

    private final FileChannel channel;

    private StoreLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws StoreException if somebody has it
     */
    static StoreLock of(Path store) {
        Path file = store.resolveSibling(store.getFileName() + ".lock");
        if (!Files.isDirectory(store.resolve("..").normalize())) {
            throw new StoreException("the directory of the store " + store + " is not there; make it first", null);
        }
        synchronized (KEPT_OPEN) {
            try {
                FileChannel kept = KEPT_OPEN.remove(file);
                return taken(store, file, kept == null ? open(file) : kept);
            } catch (IOException e) {
                throw new StoreException("cannot lock the store " + store + ": " + e, e);
            }
        }
    }

    @Override
    public void close() {
        synchronized (KEPT_OPEN) {
            try {
                channel.close();
            } catch (IOException e) {
                StoreFile.LOG.debug("A lock was not given back", e);
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                OwnerOnly.attributes(file));
    }

    private static StoreLock taken(Path store, Path file, FileChannel channel) throws IOException {
        boolean keep = false;
        try {
            if (channel.tryLock() != null) {
                write(channel, "process " + ProcessHandle.current().pid());
                keep = true;
                return new StoreLock(channel);
            }
            throw inUse(store, channel);
        } catch (OverlappingFileLockException e) {
            keep = true;
            KEPT_OPEN.put(file, channel);
            throw inUse(store, channel);
        } finally {
            if (!keep) {
                channel.close();
            }
        }
    }

    private static StoreException inUse(Path store, FileChannel channel) throws IOException {
        ByteBuffer owner = ByteBuffer.allocate(100);
        channel.read(owner, 0);
        return new StoreException(
                "the store " + store + " is in use, by " + StandardCharsets.UTF_8.decode(owner.flip())
                        + "; a file serves one process, many nodes share a database",
                null);
    }

    private static void write(FileChannel channel, String owner) throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(owner), 0);
    }
}
