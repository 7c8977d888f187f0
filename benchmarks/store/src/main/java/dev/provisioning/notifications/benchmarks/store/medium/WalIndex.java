package dev.provisioning.notifications.benchmarks.store.medium;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The index of SQLite's write-ahead log, in whose header each commit is counted.
 *
 * <p>Closing the file would give up the locks that this process holds on it for SQLite, so it is kept open as long as a
 * store may be.
 *
 * @see <a href="https://www.sqlite.org/walformat.html#the_wal_index_header">its format</a>
 */
final class WalIndex implements AutoCloseable {
    /** Where the header has the "counter incremented each transaction". */
    private static final int CHANGES = 8;

    private final Path path;
    private @Nullable FileChannel file;

    WalIndex(Path path) {
        this.path = path;
    }

    /** How many transactions were committed since the log was opened. */
    long commits() throws IOException {
        if (file == null) {
            if (!Files.exists(path)) {
                return 0;
            }
            file = FileChannel.open(path);
        }
        ByteBuffer count = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder());
        file.read(count, CHANGES);
        return Integer.toUnsignedLong(count.flip().getInt());
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
