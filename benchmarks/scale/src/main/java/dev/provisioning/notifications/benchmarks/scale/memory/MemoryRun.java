package dev.provisioning.notifications.benchmarks.scale.memory;

import dev.provisioning.notifications.benchmarks.process.ChildProcess;
import dev.provisioning.notifications.benchmarks.process.JavaCommand;
import dev.provisioning.notifications.benchmarks.store.medium.Media;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Has each keeper measured in a process of its own. */
public final class MemoryRun {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final MemoryPlan plan;
    private final Media media;
    private final PrintStream progress;

    /** A run of a plan, with files where media has them. */
    public MemoryRun(MemoryPlan plan, Media media, PrintStream progress) {
        this.plan = plan;
        this.media = media;
        this.progress = progress;
    }

    /** Measures all. */
    public MemoryFigures run() throws IOException {
        Map<Keeper, Map<Integer, Double>> kept = new EnumMap<>(Keeper.class);
        for (Keeper keeper : plan.keepers()) {
            progress.println("memory: " + keeper.label());
            kept.put(keeper, measure(keeper));
        }
        Map<Flood, FloodFigures> floods = new EnumMap<>(Flood.class);
        for (Map.Entry<Flood, Integer> flood : plan.floods().entrySet()) {
            progress.println("memory: flood, " + flood.getKey().label());
            floods.put(
                    flood.getKey(),
                    FloodFigures.parse(answer("flood", flood.getKey().name(), flood.getValue())));
        }
        return new MemoryFigures(kept, floods);
    }

    private Map<Integer, Double> measure(Keeper keeper) throws IOException {
        Map<Integer, Double> bytes = new TreeMap<>();
        for (int size : plan.sizes()) {
            if (keeper != Keeper.IDLE_FILE || size <= plan.idle()) {
                bytes.put(size, Double.valueOf(answer("keep", keeper.name(), size)));
            }
        }
        return bytes;
    }

    private String answer(String what, String of, int count) throws IOException {
        Path directory = Files.createDirectories(media.file(what + "-" + of + "-" + count));
        JavaCommand command = JavaCommand.of(
                        MemoryMain.class,
                        what,
                        of,
                        String.valueOf(count),
                        plan.settling().toString(),
                        directory.toString())
                .options("-XX:+UseSerialGC", "-Xms" + plan.heap(), "-Xmx" + plan.heap());
        try (ChildProcess process = ChildProcess.start(command, PATIENCE)) {
            return process.answer();
        }
    }
}
