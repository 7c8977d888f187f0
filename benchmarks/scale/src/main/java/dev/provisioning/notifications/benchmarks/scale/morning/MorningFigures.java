package dev.provisioning.notifications.benchmarks.scale.morning;

import java.util.List;

/**
 * What mornings are like.
 *
 * @param steps how long it takes to learn who is next
 * @param mornings how fast mails leave
 * @param capped whether the cap on the rate holds
 */
public record MorningFigures(List<Step> steps, List<Morning> mornings, List<Capped> capped) {
    /** All the figures of several engines. */
    static MorningFigures together(List<MorningFigures> parts) {
        return new MorningFigures(
                parts.stream().flatMap(part -> part.steps().stream()).toList(),
                parts.stream().flatMap(part -> part.mornings().stream()).toList(),
                parts.stream().flatMap(part -> part.capped().stream()).toList());
    }
}
