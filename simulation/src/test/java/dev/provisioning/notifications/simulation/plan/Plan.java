package dev.provisioning.notifications.simulation.plan;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All that one run does: the same plan makes the same run, to the letter.
 *
 * @param seed what it was made from
 * @param setting what the run is set up with
 * @param elements what happens, and what goes wrong
 */
public record Plan(long seed, Setting setting, List<Element> elements) {
    public Plan {
        elements = List.copyOf(elements);
    }

    /** The plan that a seed stands for. */
    public static Plan of(long seed) {
        return new Author(seed).plan();
    }

    /** The same with fewer elements. */
    public Plan with(List<Element> fewer) {
        return new Plan(seed, setting, fewer);
    }

    @Override
    public String toString() {
        return "seed " + seed + ", " + setting + "\n"
                + elements.stream().map(element -> "  " + element).collect(Collectors.joining("\n"));
    }
}
