package dev.provisioning.notifications.benchmarks.store.durable;

import dev.provisioning.notifications.benchmarks.store.load.Pace;
import dev.provisioning.notifications.benchmarks.store.medium.Media;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/** The contestants, each with a file or a database of its own, ready to be measured. */
public final class Field implements AutoCloseable {
    /** Under how many threads everybody is measured. */
    public static final List<Integer> THREADS = List.of(1, 2, 8);

    private final Map<Contestant, IssueWriter> writers = new EnumMap<>(Contestant.class);
    private final AtomicLong applications = new AtomicLong();

    /** Opens what the contestants write to. */
    public Field(Media media, Iterable<Contestant> contestants) throws IOException, SQLException {
        for (Contestant contestant : contestants) {
            writers.put(contestant, contestant.writer(media));
        }
    }

    /** Measures a contestant. */
    public Pace measure(Contestant contestant, int threads, Duration window)
            throws InterruptedException, ExecutionException {
        IssueWriter writer = writers.get(contestant);
        if (writer == null) {
            throw new IllegalArgumentException(contestant + " does not take part");
        }
        return new LoadRun(threads, window).on(writer, applications);
    }

    @Override
    public void close() throws IOException {
        for (IssueWriter writer : writers.values()) {
            writer.close();
        }
    }
}
