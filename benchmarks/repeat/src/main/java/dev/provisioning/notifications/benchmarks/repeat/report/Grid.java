package dev.provisioning.notifications.benchmarks.repeat.report;

import dev.provisioning.notifications.benchmarks.repeat.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.repeat.measure.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which circumstances there are, and who is measured under which of them.
 *
 * @param sizes how many applications there are
 * @param threads how many threads report at once
 * @param crowds how many report one application at once
 */
public record Grid(List<Integer> sizes, List<Integer> threads, List<Integer> crowds) {
    private static final Set<Contestant> COUNTING =
            EnumSet.of(Contestant.OWN, Contestant.COUNTING_MAP, Contestant.ADDING_MAP);
    private static final Set<Contestant> CLOSEST =
            EnumSet.of(Contestant.OWN, Contestant.COUNTING_MAP, Contestant.BARE_MAP);

    /** {@return all circumstances, and for each whom to measure} */
    public Map<Cell, Set<Contestant>> all() {
        Map<Cell, Set<Contestant>> all = new LinkedHashMap<>();
        growth().forEach(cell -> add(all, cell, growing()));
        copies().forEach(cell -> add(all, cell, CLOSEST));
        crowd().forEach(cell -> add(all, cell, COUNTING));
        return all;
    }

    /** More and more applications, one at random. */
    List<Cell> growth() {
        return threads.stream().flatMap(n -> growth(n).stream()).toList();
    }

    List<Cell> growth(int threads) {
        return sizes.stream().map(size -> new Cell(size, threads, false)).toList();
    }

    /** The same, with issues that were built anew. */
    List<Cell> copies() {
        return sizes.stream().map(size -> new Cell(size, 1, true)).toList();
    }

    /** One application that everybody reports. */
    List<Cell> crowd() {
        return crowds.stream().map(n -> new Cell(1, n, false)).toList();
    }

    static List<Contestant> growing() {
        List<Contestant> all = new ArrayList<>(Arrays.asList(Contestant.values()));
        all.remove(Contestant.ADDING_MAP);
        return all;
    }

    static List<Contestant> counting() {
        return List.copyOf(COUNTING);
    }

    static List<Contestant> closest() {
        return List.copyOf(CLOSEST);
    }

    private static void add(Map<Cell, Set<Contestant>> all, Cell cell, Iterable<Contestant> contestants) {
        Set<Contestant> there = all.computeIfAbsent(cell, unknown -> EnumSet.noneOf(Contestant.class));
        contestants.forEach(there::add);
    }
}
