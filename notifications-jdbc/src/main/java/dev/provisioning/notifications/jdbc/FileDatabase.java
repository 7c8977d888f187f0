package dev.provisioning.notifications.jdbc;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * An SQLite file that this process has to itself. It writes over one connection and reads over another, so that nobody who
 * reads waits for a disk; whoever writes at the same time is committed together.
 */
final class FileDatabase implements Database {
    private final StoreFile file;
    private final FileConnection writer;
    private final FileConnection reader;
    private final FileWriter statements;
    private final GroupCommit group;

    private FileDatabase(StoreFile file, Names names, Duration timeout) {
        this.file = file;
        this.writer = new FileConnection(file, true, timeout);
        this.reader = new FileConnection(file, false, timeout);
        this.statements = new FileWriter(names);
        this.group = new GroupCommit(this::commit, 1, timeout);
    }

    /** Opens a file, or makes it. */
    static FileDatabase open(Path path, Schema schema, Names names, Duration timeout) {
        StoreFile file = StoreFile.claim(path, schema, timeout);
        try {
            return new FileDatabase(file, names, timeout);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public <T> T read(String what, Session.Work<T> work) {
        return reader.use(what, work);
    }

    @Override
    public <T> T write(String what, Session.Work<T> work) {
        return writer.use(what, work);
    }

    @Override
    public boolean make(Change change) {
        return group.commit(change).orElseThrow();
    }

    private List<Optional<Boolean>> commit(List<Change> changes) {
        return writer.use("write", session -> {
            List<Optional<Boolean>> answers = new ArrayList<>();
            for (Change change : changes) {
                answers.add(Optional.of(statements.make(session, change)));
            }
            return answers;
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
        reader.close();
        writer.close();
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
