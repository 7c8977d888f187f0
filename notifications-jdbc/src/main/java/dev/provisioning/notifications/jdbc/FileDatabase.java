package dev.provisioning.notifications.jdbc;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/**
 * An SQLite file that this process has to itself, over one connection: a second would have to look what the first has done
 * to the pages that it knows. Whoever writes at the same time is committed together.
 */
final class FileDatabase implements Database {
    private final StoreFile file;
    private final FileConnection connection;
    private final FileWriter statements;
    private final GroupCommit group;
    private final LongAdder commits = new LongAdder();

    private FileDatabase(StoreFile file, FileConnection.Connector connector, Names names, Duration timeout) {
        this.file = file;
        this.connection = new FileConnection(file, connector, timeout);
        this.statements = new FileWriter(names);
        this.group = new GroupCommit(this::commit, timeout);
    }

    /** Opens a file, or makes it. */
    static FileDatabase open(Path path, Schema schema, Names names, Duration timeout) {
        return open(path, schema, StoreFile::connect, names, timeout);
    }

    /** The same, over connections that a test has a hand in. */
    static FileDatabase open(
            Path path, Schema schema, FileConnection.Connector connector, Names names, Duration timeout) {
        StoreFile file = StoreFile.claim(path, schema, timeout);
        try {
            return new FileDatabase(file, connector, names, timeout);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public <T> T read(String what, Session.Work<T> work) {
        return connection.use(what, work);
    }

    @Override
    public <T> T write(String what, Session.Work<T> work) {
        T result = connection.use(what, work);
        commits.increment();
        return result;
    }

    @Override
    public long commits() {
        return commits.sum();
    }

    @Override
    public boolean make(Change change) {
        return group.commit(change).orElseThrow();
    }

    private List<Optional<Boolean>> commit(List<Change> changes) {
        Session.Work<List<Optional<Boolean>>> work = session -> {
            List<Optional<Boolean>> answers = new ArrayList<>();
            for (Change change : changes) {
                answers.add(Optional.of(statements.make(session, change)));
            }
            return answers;
        };
        boolean oneStatement = changes.size() == 1 && changes.get(0).mail() == null;
        List<Optional<Boolean>> made =
                oneStatement ? connection.use("write", work) : connection.inTransaction("write", work);
        commits.increment();
        return made;
    }

    /** The log still has what was written before; what it has goes into the file, which is overwritten. */
    @Override
    public void scrub() {
        connection.use("empty the log", session -> {
            try (ResultSet done =
                    session.prepare("pragma wal_checkpoint(truncate)").executeQuery()) {
                return done.next();
            }
        });
    }

    /** An SQLite file has no time of its own. */
    @Override
    public LongConsumer asked() {
        return micros -> {};
    }

    @Override
    public Clock clock(Clock own) {
        return own;
    }

    @Override
    public Optional<Duration> pollInterval() {
        return Optional.empty();
    }

    @Override
    public boolean hasOutbox() {
        return false;
    }

    @Override
    public void close() {
        connection.close();
        file.close();
    }

    /** Whether it takes but a moment to read all that is there. */
    boolean isSmall() {
        return file.isSmall();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
