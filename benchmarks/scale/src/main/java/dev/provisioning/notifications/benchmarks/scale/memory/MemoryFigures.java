package dev.provisioning.notifications.benchmarks.scale.memory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;

/**
 * What is taken of the heap.
 *
 * @param kept what each application takes in bytes, by keeper and number of applications
 * @param floods what floods leave
 */
public record MemoryFigures(Map<Keeper, Map<Integer, Double>> kept, Map<Flood, FloodFigures> floods) {
    /** {@return how many applications there were, from the least to the most} */
    public List<Integer> sizes() {
        TreeSet<Integer> sizes = new TreeSet<>();
        kept.values().forEach(bySize -> sizes.addAll(bySize.keySet()));
        return List.copyOf(sizes);
    }

    /** {@return what one of so many applications takes, in bytes} */
    public OptionalDouble bytes(Keeper keeper, int applications) {
        Double bytes = kept.getOrDefault(keeper, Map.of()).get(applications);
        return bytes == null ? OptionalDouble.empty() : OptionalDouble.of(bytes);
    }

    /** {@return what one application takes where there are most, in bytes} */
    public double bytesOfMost(Keeper keeper) {
        Map<Integer, Double> bySize = kept.getOrDefault(keeper, Map.of());
        return bySize.keySet().stream().max(Integer::compare).map(bySize::get).orElse(Double.NaN);
    }

    /** {@return what a flood leaves} */
    public FloodFigures flood(Flood flood) {
        return Objects.requireNonNull(floods.get(flood));
    }
}
