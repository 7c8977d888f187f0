package dev.provisioning.notifications.benchmarks.scale.report;

import dev.provisioning.notifications.benchmarks.page.Chart;
import dev.provisioning.notifications.benchmarks.page.Series;
import dev.provisioning.notifications.benchmarks.page.Series.Point;
import dev.provisioning.notifications.benchmarks.page.Series.Stroke;
import dev.provisioning.notifications.benchmarks.scale.mails.MailFigures;
import dev.provisioning.notifications.benchmarks.scale.mails.Sending;
import dev.provisioning.notifications.benchmarks.scale.memory.Keeper;
import dev.provisioning.notifications.benchmarks.scale.memory.MemoryFigures;
import dev.provisioning.notifications.benchmarks.scale.morning.MorningFigures;
import dev.provisioning.notifications.benchmarks.scale.start.StartFigures;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How costs grow with the number of applications, drawn beside the pages.
 *
 * @param directory where the pages are
 */
record Pictures(Path directory) {
    private static final String APPLICATIONS = "applications";

    void draw(MemoryFigures figures) throws IOException {
        List<Series> lines = Arrays.stream(Keeper.values())
                .map(keeper -> new Series(
                        keeper.shortLabel(),
                        keeper == Keeper.NOTIFIER ? Stroke.BOLD : Stroke.THIN,
                        points(figures.sizes().stream()
                                .flatMap(size -> figures.bytes(keeper, size).stream()
                                        .mapToObj(bytes -> new double[] {size, bytes})))))
                .toList();
        new Chart(
                        "What an application takes of the heap",
                        "Bytes of each application, by their number: a line that is level is what one wants.",
                        APPLICATIONS,
                        "bytes each",
                        lines)
                .write(directory.resolve("scale-memory.svg"));
    }

    void draw(MorningFigures figures) throws IOException {
        List<Series> lines = Arrays.stream(Engine.values())
                .map(engine -> new Series(
                        engine.label(),
                        Stroke.BOLD,
                        points(figures.steps(engine).stream().map(step -> new double[] {step.due(), step.micros()}))))
                .toList();
        new Chart(
                        "How long it takes to learn who is next",
                        "Microseconds of one question, by the number of applications that are due at the same instant.",
                        "applications due",
                        "µs",
                        lines)
                .write(directory.resolve("scale-step.svg"));
    }

    void draw(StartFigures figures) throws IOException {
        Stream<double[]> millis = figures.openings().entrySet().stream().map(opening ->
                new double[] {opening.getKey(), opening.getValue().millis()});
        new Chart(
                        "From opening a store to its first report",
                        "Milliseconds in a fresh process, by the number of applications in the file.",
                        APPLICATIONS,
                        "ms",
                        List.of(new Series("first report", Stroke.BOLD, points(millis))))
                .write(directory.resolve("scale-start.svg"));
    }

    void draw(MailFigures figures) throws IOException {
        new Chart(
                        "What a mail takes, from report to server",
                        "Milliseconds of each mail, by how many are delivered at a time.",
                        "deliveries at a time",
                        "ms each",
                        List.of(
                                new Series("time", Stroke.BOLD, points(figures, each -> 1_000 / each.perSecond())),
                                new Series("processor", Stroke.THIN, points(figures, Sending::cpuMillis))))
                .write(directory.resolve("scale-mails.svg"));
    }

    private static List<Point> points(MailFigures figures, ToDoubleFunction<Sending> millis) {
        return points(figures.sendings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(sending -> new double[] {sending.getKey(), millis.applyAsDouble(sending.getValue())}));
    }

    /** Those that have a place where both axes are logarithms. */
    private static List<Point> points(Stream<double[]> places) {
        return places.filter(place -> place[0] > 0 && place[1] > 0)
                .map(place -> new Point(place[0], place[1]))
                .toList();
    }
}
