package dev.provisioning.notifications.benchmarks.scale.start;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.benchmarks.process.ChildProcess;
import dev.provisioning.notifications.benchmarks.process.JavaCommand;
import dev.provisioning.notifications.benchmarks.store.load.Together;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import dev.provisioning.notifications.benchmarks.store.medium.Media;
import dev.provisioning.notifications.benchmarks.store.medium.Medium;
import dev.provisioning.notifications.benchmarks.store.sample.Ledgers;
import dev.provisioning.notifications.benchmarks.store.sample.Sample;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/** Starts processes, again and again. */
public final class StartRun {
    private static final String FILE = "start";
    private static final int THREADS = 32;

    private final StartPlan plan;
    private final Media media;
    private final Path embeddings;
    private final PrintStream progress;
    private final Instant now = Clock.systemUTC().instant();

    /** A run of a plan, with the class paths that Maven has written for embeddings. */
    public StartRun(StartPlan plan, Media media, Path embeddings, PrintStream progress) {
        this.plan = plan;
        this.media = media;
        this.embeddings = embeddings;
        this.progress = progress;
    }

    /** Measures all. */
    public StartFigures run() throws IOException, SQLException, InterruptedException, ExecutionException {
        Map<Integer, Opening> openings = new TreeMap<>();
        Map<Integer, Long> bytes = new TreeMap<>();
        try (Medium medium = media.fresh(Engine.SQLITE, FILE)) {
            int filled = 0;
            for (int size : plan.sizes()) {
                progress.println("start: a store file with " + size + " applications");
                fill(medium, filled, size);
                filled = size;
                bytes.put(size, medium.bytes());
                openings.put(size, opening(size));
            }
        }
        return new StartFigures(openings, bytes, peers());
    }

    private Opening opening(int size) throws IOException {
        List<Opening> openings = new ArrayList<>();
        for (int i = 0; i < plan.openings(); i++) {
            JavaCommand command = JavaCommand.of(
                            OpenMain.class, media.file(FILE).toString(), size + "-" + i)
                    .options("-XX:+UseSerialGC", "-Xmx256m");
            try (ChildProcess process = ChildProcess.start(command)) {
                openings.add(Opening.parse(process.answer()));
            }
        }
        return Opening.median(openings);
    }

    private Map<Peer, Readiness> peers() throws IOException, InterruptedException {
        Map<Peer, Candidate> candidates = new EnumMap<>(Peer.class);
        for (Peer peer : Peer.values()) {
            candidates.put(peer, new Candidate(peer, embeddings, media.file("start-" + peer)));
        }
        progress.println("start: " + plan.starts() + " times each of " + candidates.size());
        for (int i = 0; i < plan.starts(); i++) {
            for (Candidate candidate : candidates.values()) {
                candidate.start();
            }
        }
        Map<Peer, Readiness> readiness = new EnumMap<>(Peer.class);
        for (Map.Entry<Peer, Candidate> candidate : candidates.entrySet()) {
            readiness.put(candidate.getKey(), candidate.getValue().readiness());
        }
        return readiness;
    }

    private void fill(Medium medium, int from, int to) throws InterruptedException, ExecutionException {
        try (NotificationStore store = medium.open()) {
            Together.forEach(THREADS, from, to - from, number -> hold(store, Sample.app(number)));
        }
    }

    private void hold(NotificationStore store, AppId app) {
        Ledger empty = Ledger.empty(app);
        if (!store.replace(empty, Ledgers.held(empty, Sample.issue(app, 0), now, now.plus(Duration.ofDays(1))))) {
            throw new IllegalStateException("somebody else has changed the ledger of " + app);
        }
    }
}
