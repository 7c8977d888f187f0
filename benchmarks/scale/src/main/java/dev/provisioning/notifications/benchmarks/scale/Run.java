package dev.provisioning.notifications.benchmarks.scale;

import dev.provisioning.notifications.benchmarks.scale.mails.MailRun;
import dev.provisioning.notifications.benchmarks.scale.memory.MemoryRun;
import dev.provisioning.notifications.benchmarks.scale.morning.MorningRun;
import dev.provisioning.notifications.benchmarks.scale.report.Results;
import dev.provisioning.notifications.benchmarks.scale.start.StartRun;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import dev.provisioning.notifications.benchmarks.store.medium.Media;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** One part after the other. */
final class Run {
    private final Plan plan;
    private final Media media;
    private final Path embeddings;
    private final PrintStream progress;

    Run(Plan plan, Media media, Path embeddings, PrintStream progress) {
        this.plan = plan;
        this.media = media;
        this.embeddings = embeddings;
        this.progress = progress;
    }

    /** Measures some parts; of the others there is nothing. */
    Results run(Set<Part> parts) throws IOException, SQLException, InterruptedException, ExecutionException {
        Results results = new Results(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        if (parts.contains(Part.MEMORY)) {
            results = results.with(new MemoryRun(plan.memory(), media, progress).run());
        }
        if (parts.contains(Part.MORNING)) {
            results = results.with(new MorningRun(plan.morning(), media, List.of(Engine.values()), progress).run());
        }
        if (parts.contains(Part.START)) {
            results = results.with(new StartRun(plan.start(), media, embeddings, progress).run());
        }
        if (parts.contains(Part.MAILS)) {
            results = results.with(new MailRun(plan.mails(), media, progress).run());
        }
        return results;
    }
}
