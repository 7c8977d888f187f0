package dev.provisioning.notifications.benchmarks.scale.memory;

import dev.provisioning.notifications.Disposition;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a flood leaves.
 *
 * @param reports how many reports there were
 * @param bytes how much more heap is alive afterwards than before
 * @param answers how often each answer was given
 */
public record FloodFigures(long reports, long bytes, Map<Disposition, Long> answers) {
    private static final double MEBIBYTE = 1 << 20;

    /** Lets a flood come over a notifier that is as it is by default. */
    static FloodFigures of(Flood flood, int reports, Duration settling) {
        Map<Disposition, Long> answers = new EnumMap<>(Disposition.class);
        try (NotifierKeeping keeping = NotifierKeeping.inMemory()) {
            long before = Heap.live();
            for (int i = 0; i < reports; i++) {
                answers.merge(keeping.report(flood.issue(i)), 1L, Long::sum);
            }
            keeping.settle(settling);
            return new FloodFigures(reports, Heap.live() - before, answers);
        }
    }

    /** {@return what is alive, in MiB} */
    public double mebibytes() {
        return bytes / MEBIBYTE;
    }

    /** {@return the answers in words} */
    public String answersInWords() {
        return answers.entrySet().stream()
                .map(answer -> "`" + answer.getKey() + "` " + String.format(Locale.ROOT, "%,d", answer.getValue()))
                .collect(Collectors.joining(", "));
    }

    String toLine() {
        return reports + " " + bytes + " "
                + answers.entrySet().stream()
                        .map(answer -> answer.getKey() + "=" + answer.getValue())
                        .collect(Collectors.joining(","));
    }

    static FloodFigures parse(String line) {
        String[] fields = line.split(" ", -1);
        Map<Disposition, Long> answers = new EnumMap<>(Disposition.class);
        Arrays.stream(fields[2].split(",", -1))
                .map(answer -> answer.split("=", -1))
                .forEach(answer -> {
                    answers.put(Disposition.valueOf(answer[0]), Long.parseLong(answer[1]));
                });
        return new FloodFigures(Long.parseLong(fields[0]), Long.parseLong(fields[1]), answers);
    }
}
