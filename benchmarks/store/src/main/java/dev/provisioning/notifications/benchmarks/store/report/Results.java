package dev.provisioning.notifications.benchmarks.store.report;

import dev.provisioning.notifications.benchmarks.page.Median;
import dev.provisioning.notifications.benchmarks.store.crowd.CrowdFigures;
import dev.provisioning.notifications.benchmarks.store.durable.Contestant;
import dev.provisioning.notifications.benchmarks.store.load.Pace;
import dev.provisioning.notifications.benchmarks.store.mails.Delivery;
import dev.provisioning.notifications.benchmarks.store.mails.MailCost;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What was measured, and the medians of it. */
public final class Results {
    private record Turn(Contestant contestant, int threads) {}

    private record Round(Engine engine, Delivery delivery) {}

    private final Map<Turn, List<Pace>> paces = new HashMap<>();
    private final Map<Round, List<MailCost>> mails = new HashMap<>();
    private final Map<Engine, CrowdFigures> crowds = new EnumMap<>(Engine.class);

    /** Adds how fast a contestant was. */
    public void add(Contestant contestant, int threads, Pace pace) {
        paces.computeIfAbsent(new Turn(contestant, threads), turn -> new ArrayList<>())
                .add(pace);
    }

    /** Adds what mails have cost. */
    public void add(Engine engine, Delivery delivery, MailCost cost) {
        mails.computeIfAbsent(new Round(engine, delivery), round -> new ArrayList<>())
                .add(cost);
    }

    /** Adds what a crowded store was like. */
    public void add(Engine engine, CrowdFigures crowd) {
        crowds.put(engine, crowd);
    }

    OptionalDouble pace(Contestant contestant, int threads, ToDoubleFunction<Pace> figure) {
        return Median.of(paces.getOrDefault(new Turn(contestant, threads), List.of()).stream()
                .mapToDouble(figure));
    }

    /** How many times as fast a contestant is as the floor on its disk or server: the median of what it was in each round. */
    OptionalDouble overFloor(Contestant contestant, int threads) {
        List<Pace> own = paces.getOrDefault(new Turn(contestant, threads), List.of());
        List<Pace> floor = paces.getOrDefault(new Turn(contestant.floor(), threads), List.of());
        return Median.of(IntStream.range(0, Math.min(own.size(), floor.size()))
                .mapToDouble(
                        round -> own.get(round).perSecond() / floor.get(round).perSecond()));
    }

    OptionalDouble mail(Engine engine, Delivery delivery, ToDoubleFunction<MailCost> figure) {
        return Median.of(mails.getOrDefault(new Round(engine, delivery), List.of()).stream()
                .mapToDouble(figure));
    }

    OptionalDouble crowd(Engine engine, ToDoubleFunction<CrowdFigures> figure) {
        CrowdFigures crowd = crowds.get(engine);
        return crowd == null ? OptionalDouble.empty() : OptionalDouble.of(figure.applyAsDouble(crowd));
    }

    static OptionalDouble ratio(OptionalDouble part, OptionalDouble whole) {
        return part.isPresent() && whole.isPresent()
                ? OptionalDouble.of(part.getAsDouble() / whole.getAsDouble())
                : OptionalDouble.empty();
    }
}
