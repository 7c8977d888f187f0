package dev.provisioning.notifications.benchmarks.scale.morning;

import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What mornings are like.
 *
 * @param steps how long it takes to learn who is next
 * @param mornings how fast mails leave
 * @param occupied what the applications take on the disk
 * @param capped whether the cap on the rate holds
 */
public record MorningFigures(List<Step> steps, List<Morning> mornings, List<Occupied> occupied, List<Capped> capped) {
    /** All the figures of several engines. */
    static MorningFigures together(List<MorningFigures> parts) {
        return new MorningFigures(
                parts.stream().flatMap(part -> part.steps().stream()).toList(),
                parts.stream().flatMap(part -> part.mornings().stream()).toList(),
                parts.stream().flatMap(part -> part.occupied().stream()).toList(),
                parts.stream().flatMap(part -> part.capped().stream()).toList());
    }

    /** {@return what was like with so many nodes and the most applications due} */
    public Optional<Morning> mostDue(Engine engine, int nodes) {
        return mornings.stream()
                .filter(morning -> morning.engine() == engine && morning.nodes() == nodes)
                .max(Comparator.comparingInt(Morning::due));
    }

    /** {@return how long it takes to learn who is next, from the fewest applications that are due to the most} */
    public List<Step> steps(Engine engine) {
        return steps.stream()
                .filter(step -> step.engine() == engine)
                .sorted(Comparator.comparingInt(Step::due))
                .toList();
    }
}
