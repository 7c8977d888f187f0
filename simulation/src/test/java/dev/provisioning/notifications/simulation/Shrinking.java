package dev.provisioning.notifications.simulation;

import dev.provisioning.notifications.simulation.plan.Element;
import dev.provisioning.notifications.simulation.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a plan that breaks a promise as short as it can be: leaves out more and more, as long as it still does (delta debugging,
 * Zeller and Hildebrandt 2002).
 */
final class Shrinking {
    private final Predicate<Plan> breaks;
    private int runs;

    private Shrinking(Predicate<Plan> breaks, int runs) {
        this.breaks = breaks;
        this.runs = runs;
    }

    /**
     * The shortest plan that was found.
     *
     * @param runs how many runs it may take
     */
    static Plan of(Plan plan, Predicate<Plan> breaks, int runs) {
        return new Shrinking(breaks, runs).shrink(plan);
    }

    private Plan shrink(Plan plan) {
        Plan shortest = withFewer(plan);
        for (Plan earlier = earlier(shortest); !earlier.equals(shortest) && runs > 0; earlier = earlier(shortest)) {
            shortest = withFewer(earlier);
        }
        return shortest;
    }

    private Plan withFewer(Plan plan) {
        Plan shortest = plan;
        int parts = 2;
        while (runs > 0 && !shortest.elements().isEmpty()) {
            int size = Math.max(1, shortest.elements().size() / parts);
            Plan shorter = withoutAnyOf(shortest, size);
            if (shorter.elements().size() < shortest.elements().size()) {
                shortest = shorter;
                parts = Math.max(2, parts - 1);
            } else if (size == 1) {
                break;
            } else {
                parts *= 2;
            }
        }
        return shortest;
    }

    /** Lets each trouble come earlier, as far as that still breaks something: what only counted up to it can be left out then. */
    private Plan earlier(Plan plan) {
        Plan earliest = plan;
        for (int i = 0; i < plan.elements().size() && runs > 0; i++) {
            Element element = plan.elements().get(i);
            for (int nth = 0; nth < element.nth(); nth += 1 + nth) {
                List<Element> others = new ArrayList<>(earliest.elements());
                others.set(i, element.at(nth));
                runs--;
                if (breaks.test(plan.with(others))) {
                    earliest = plan.with(others);
                    break;
                }
            }
        }
        return earliest;
    }

    /** Leaves out each stretch of so many elements without which the plan still breaks something. */
    private Plan withoutAnyOf(Plan plan, int size) {
        Plan shortest = plan;
        for (int from = 0; from < shortest.elements().size() && runs > 0; ) {
            List<Element> fewer = new ArrayList<>(shortest.elements());
            fewer.subList(from, Math.min(from + size, fewer.size())).clear();
            Plan shorter = shortest.with(fewer);
            runs--;
            if (breaks.test(shorter)) {
                shortest = shorter;
            } else {
                from += size;
            }
        }
        return shortest;
    }
}
