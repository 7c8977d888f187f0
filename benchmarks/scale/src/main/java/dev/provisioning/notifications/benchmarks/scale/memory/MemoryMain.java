package dev.provisioning.notifications.benchmarks.scale.memory;

import dev.provisioning.notifications.benchmarks.store.load.Together;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** A process in which one keeper keeps so many applications, or lives through a flood; prints what it takes of the heap. */
public final class MemoryMain {
    private static final int WARM_UP = 2;

    private MemoryMain() {}

    /**
     * Measures.
     *
     * @param args {@code keep} and a {@link Keeper}, or {@code flood} and a {@link Flood}; how many applications or
     *     reports; how long a notifier is given to write its counters; a directory
     * @throws InterruptedException if the thread is interrupted
     * @throws ExecutionException if a report fails
     */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        PrintStream out = System.out;
        // What a library prints must not be taken for an answer.
        System.setOut(System.err);
        int count = Integer.parseInt(args[2]);
        Duration settling = Duration.parse(args[3]);
        switch (args[0]) {
            case "keep" -> {
                Keeper keeper = Keeper.valueOf(args[1]);
                kept(keeper, WARM_UP, settling, Path.of(args[4], "first"));
                out.println(kept(keeper, count, settling, Path.of(args[4], "then")));
            }
            case "flood" ->
                out.println(
                        FloodFigures.of(Flood.valueOf(args[1]), count, settling).toLine());
            default -> throw new IllegalArgumentException("neither keep nor flood: " + args[0]);
        }
    }

    /** What an application takes, beyond the strings that are there before. */
    static double kept(Keeper keeper, int applications, Duration settling, Path directory)
            throws InterruptedException, ExecutionException {
        Words words = new Words(applications);
        try (Keeping keeping = keeper.open(directory)) {
            long before = Heap.live();
            Together.forEach(keeping.threads(), 0, applications, number -> keeping.keep(words.issue((int) number)));
            keeping.settle(settling);
            long after = Heap.live();
            // Also keeps the words alive until here.
            return (after - before) / (double) words.applications();
        }
    }
}
