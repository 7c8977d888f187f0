package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.spi.StoreException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * The file of a store, held for this process alone by a {@link StoreLock}: two processes that take each other's claims for
 * leftovers would each send.
 *
 * <p>A file is made under another name, and gets its own once it is complete. So a file that is there and empty was not
 * interrupted while it was made; it has lost what was in it, and is refused, because a silent fresh start would mail
 * again what was mailed.
 */
final class StoreFile implements AutoCloseable {
    static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

    /** In the file's header, where it tells other programs what the file is: "Ntfy". */
    private static final int APPLICATION_ID = 0x4e746679;

    private static final int APPLICATION_ID_AT = 68;

    /** Up to this size a file is looked through when it is opened, which takes some hundred milliseconds at most. */
    private static final long SMALL = 16L << 20;

    private final Path path;
    private final Duration timeout;
    private final StoreLock lock;

    private StoreFile(Path path, Duration timeout, StoreLock lock) {
        this.path = path;
        this.timeout = timeout;
        this.lock = lock;
    }

    /** Claims a file for this process, and makes it if it is not there. */
    static StoreFile claim(Path path, Schema schema, Duration timeout) {
        Path real = real(path);
        StoreFile file = new StoreFile(real, timeout, StoreLock.of(real));
        try {
            file.prepare(schema);
            return file;
        } catch (IOException e) {
            file.close();
            throw new StoreException("cannot make the store " + real + ": " + e, e);
        } catch (SQLException e) {
            file.close();
            throw new StoreException(
                    "cannot open the store " + real + ", " + SqliteFault.of(e).meaning(), e);
        } catch (LinkageError e) {
            file.close();
            throw new StoreException(
                    "a store in a file needs the library org.xerial:sqlite-jdbc, which is not there", e);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Behind links, because lock and log have to be beside the file itself. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize(); // it is not there
        }
    }

    /** After a failure of the disk, too: see {@link WriteAheadLog#writeAgain}. */
    Connection connect() throws SQLException {
        try {
            if (Files.isRegularFile(path) && isStore()) {
                WriteAheadLog.writeAgain(beside("-wal"));
            }
        } catch (IOException e) {
            throw new StoreException("cannot write to the store " + path + ": " + e, e);
        }
        return connect(path, timeout);
    }

    @Override
    public void close() {
        lock.close();
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private void prepare(Schema schema) throws IOException, SQLException {
        if (Files.exists(path)) {
            examine(schema);
        } else {
            make(schema);
        }
    }

    private void make(Schema schema) throws IOException, SQLException {
        if (Files.isSymbolicLink(path)) {
            throw new StoreException(
                    "the store " + path + " is a link that leads nowhere; bring the file back, or remove the link to"
                            + " begin anew",
                    null);
        }
        if (Files.exists(beside("-wal"))) {
            throw new StoreException(
                    "the store " + path + " is gone, but what was written to it last, " + beside("-wal")
                            + ", is there; bring the file back, or remove that one to begin anew",
                    null);
        }
        Path unfinished = beside(".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, OwnerOnly.attributes(unfinished)); // SQLite's log goes by it
        try (Connection connection = connect(unfinished, timeout)) {
            execute(connection, "pragma application_id = " + APPLICATION_ID);
            bringUpToDate(schema, connection);
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        force(path);
        LOG.info("Made the store {}", path);
    }

    private void examine(Schema schema) throws IOException, SQLException {
        if (Files.size(path) == 0) {
            throw new StoreException(
                    "the store " + path + " is empty: it has lost what was in it; bring a copy back, or remove it to"
                            + " begin anew",
                    null);
        }
        requireWholeLog();
        try (Connection connection = connect()) {
            if (number(connection, "pragma application_id") != APPLICATION_ID) {
                throw new StoreException("the file " + path + " is no store of notifications", null);
            }
            if (isSmall()) {
                requireSound(connection);
            }
            if (schema.version(connection) == 0) {
                throw new StoreException(
                        "the store " + path + " is damaged: its tables are gone, or begin with another prefix; bring a"
                                + " copy back",
                        null);
            }
            bringUpToDate(schema, connection);
        }
    }

    private void bringUpToDate(Schema schema, Connection connection) throws SQLException {
        try {
            connection.setAutoCommit(false);
            schema.bringUpToDate(connection);
            connection.commit();
        } catch (StoreException e) {
            throw new StoreException("cannot open the store " + path + ": " + e.getMessage(), e);
        }
    }

    /** Whether the file says so itself. Another program's log is not to be touched: it may be at work on it. */
    private boolean isStore() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(APPLICATION_ID_AT);
            return file.length() >= APPLICATION_ID_AT + Integer.BYTES && file.readInt() == APPLICATION_ID;
        }
    }

    private void requireWholeLog() throws IOException {
        int unseen = WriteAheadLog.unseenCommits(path, beside("-wal"));
        if (unseen > 1) {
            throw new StoreException(
                    "the store " + path + " is damaged: in " + beside("-wal") + ", of what was written last, " + unseen
                            + " transactions cannot be read; bring copies of both back, or remove that one to go on"
                            + " without them",
                    null);
        }
    }

    private void requireSound(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma integrity_check(1)")) {
            if (!result.next() || !"ok".equals(result.getString(1))) {
                throw new StoreException(
                        "the store " + path + " is damaged: " + result.getString(1) + "; bring a copy back", null);
            }
        }
    }

    boolean isSmall() {
        try {
            return Files.size(path) <= SMALL;
        } catch (IOException e) {
            return false; // which SQLite will say better
        }
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    /** The lock comes first: SQLite then keeps in its own memory what it would share with other processes. */
    private static Connection connect(Path path, Duration timeout) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) timeout.toMillis());
        Connection connection = config.createConnection("jdbc:sqlite:" + path);
        try {
            execute(connection, "pragma locking_mode = exclusive");
            execute(connection, "pragma journal_mode = wal");
            execute(connection, "pragma synchronous = full");
            execute(connection, "pragma secure_delete = on");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getLong(1) : 0;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes the entry of a file in its directory survive a loss of power, where the system knows how. */
    private static void force(Path file) {
        try (FileChannel directory = FileChannel.open(file.resolve("..").normalize())) {
            directory.force(true);
        } catch (IOException e) {
            LOG.debug("The directory of {} cannot be forced to disk", file, e);
        }
    }
}
