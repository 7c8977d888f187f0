package dev.provisioning.notifications.benchmarks.page;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Something that this library wants to reach, and where it stands.
 *
 * @param wish in words
 * @param bound the figure that it must reach
 * @param atLeast whether it must be as much at least, and not at most
 * @param measured the figures, at least one
 */
public record Target(String wish, double bound, boolean atLeast, List<Double> measured) {
    /**
     * Wants figures to be as much at least.
     *
     * @param bound as much as what
     * @param wish in words
     * @param cells under which circumstances
     * @param figure what was measured under them
     * @param <C> circumstances
     * @return the target
     */
    public static <C> Target atLeast(
            double bound, String wish, Collection<C> cells, Function<C, OptionalDouble> figure) {
        return new Target(wish, bound, true, measured(cells, figure));
    }

    /**
     * Wants figures to be as much at most.
     *
     * @param bound as much as what
     * @param wish in words
     * @param cells under which circumstances
     * @param figure what was measured under them
     * @param <C> circumstances
     * @return the target
     */
    public static <C> Target atMost(
            double bound, String wish, Collection<C> cells, Function<C, OptionalDouble> figure) {
        return new Target(wish, bound, false, measured(cells, figure));
    }

    boolean reached() {
        return measured.stream().allMatch(figure -> atLeast ? figure >= bound : figure <= bound);
    }

    double least() {
        return figures().min().orElse(Double.NaN);
    }

    double most() {
        return figures().max().orElse(Double.NaN);
    }

    private DoubleStream figures() {
        return measured.stream().mapToDouble(Double::doubleValue);
    }

    private static <C> List<Double> measured(Collection<C> cells, Function<C, OptionalDouble> figure) {
        return cells.stream()
                .map(figure)
                .flatMapToDouble(OptionalDouble::stream)
                .boxed()
                .toList();
    }
}
