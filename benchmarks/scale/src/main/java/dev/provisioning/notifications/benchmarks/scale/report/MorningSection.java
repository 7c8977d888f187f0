package dev.provisioning.notifications.benchmarks.scale.report;

import static dev.provisioning.notifications.benchmarks.scale.report.Grid.cells;
import static dev.provisioning.notifications.benchmarks.scale.report.Grid.count;

import dev.provisioning.notifications.benchmarks.page.Figures;
import dev.provisioning.notifications.benchmarks.page.Target;
import dev.provisioning.notifications.benchmarks.page.Template;
import dev.provisioning.notifications.benchmarks.scale.morning.Capped;
import dev.provisioning.notifications.benchmarks.scale.morning.Morning;
import dev.provisioning.notifications.benchmarks.scale.morning.MorningFigures;
import dev.provisioning.notifications.benchmarks.scale.morning.Step;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What mornings are like, in words and tables.
 *
 * @param figures what was measured
 */
record MorningSection(MorningFigures figures) {
    private static final double GROWTH = 2;
    private static final double FLAT = 1.1;

    List<Target> targets() {
        return List.of(
                Target.atMost(
                        GROWTH,
                        "times as long to learn who is next of " + count(most()) + " due as of " + count(least()),
                        engines(),
                        engine -> ratio(micros(engine, most()), micros(engine, least()))),
                Target.atMost(
                        FLAT,
                        "times the heap at the end of a morning as at its beginning",
                        figures.mornings(),
                        morning -> OptionalDouble.of(morning.heapLast() / morning.heapFirst())),
                Target.atMost(
                        2,
                        "times the place that the urgent ones have, on average, if they all leave first",
                        figures.mornings(),
                        morning -> OptionalDouble.of(morning.placeOfAllUrgent() / firstPlaces(morning))),
                Target.atMost(
                        1,
                        "times the allowed mails in any second",
                        figures.capped(),
                        capped -> OptionalDouble.of(capped.mostInASecond() / (double) capped.allowed())));
    }

    String text() throws IOException {
        Grid<Integer> steps = Grid.of(sizes(), size -> count(size));
        for (Engine engine : engines()) {
            steps.row(engine.label(), size -> Figures.oneDecimal(micros(engine, size)));
        }
        Capped capped = figures.capped().get(0);
        return Template.read(MorningSection.class, "morning.md")
                .with("mornings", mornings())
                .with("steps", steps.toString())
                .with("capped", capped())
                .with(
                        "mails",
                        count(figures.mornings().stream()
                                .mapToInt(Morning::mails)
                                .max()
                                .orElse(0)))
                .with("allowed", count(capped.allowed()))
                .text();
    }

    private String mornings() {
        List<List<String>> rows = new ArrayList<>();
        for (Morning morning : figures.mornings()) {
            rows.add(cells(
                    label(morning),
                    count(morning.perSecond()),
                    Figures.twoDecimals(morning.cpuMillis()),
                    Figures.twoDecimals(morning.commits()),
                    Figures.oneDecimal(morning.heapFirst()),
                    Figures.oneDecimal(morning.heapLast()),
                    count(morning.urgent()),
                    Figures.count(morning.urgentPlace())));
        }
        return Grid.listing(
                List.of(
                        "",
                        "mails per second",
                        "ms of processor time each",
                        "commits each",
                        "MiB of heap after a tenth",
                        "… in the end",
                        "urgent among them",
                        "their mean place"),
                rows);
    }

    private String capped() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < figures.capped().size(); i++) {
            Capped capped = figures.capped().get(i);
            rows.add(cells(engines().get(i).label(), count(capped.mails()), count(capped.mostInASecond())));
        }
        return Grid.listing(List.of("", "mails", "most in any second"), rows);
    }

    private static String label(Morning morning) {
        return morning.engine().label() + ", " + morning.nodes() + (morning.nodes() == 1 ? " node, " : " nodes, ")
                + count(morning.due()) + " due";
    }

    private static double firstPlaces(Morning morning) {
        return (morning.urgentDue() + 1) / 2.0;
    }

    private List<Engine> engines() {
        return figures.steps().stream().map(Step::engine).distinct().toList();
    }

    private List<Integer> sizes() {
        return figures.steps().stream().map(Step::due).distinct().sorted().toList();
    }

    private int least() {
        return sizes().get(0);
    }

    private int most() {
        return sizes().get(sizes().size() - 1);
    }

    private OptionalDouble micros(Engine engine, int due) {
        return figures.steps().stream()
                .filter(step -> step.engine() == engine && step.due() == due)
                .mapToDouble(Step::micros)
                .findFirst();
    }

    private static OptionalDouble ratio(OptionalDouble part, OptionalDouble whole) {
        return part.isPresent() && whole.isPresent()
                ? OptionalDouble.of(part.getAsDouble() / whole.getAsDouble())
                : OptionalDouble.empty();
    }
}
