package dev.provisioning.notifications.benchmarks.scale.morning;

import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import dev.provisioning.notifications.benchmarks.store.medium.Media;
import dev.provisioning.notifications.benchmarks.store.medium.Medium;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Has more and more applications due, and some of their mails sent. */
public final class MorningRun {
    private final MorningPlan plan;
    private final Media media;
    private final Collection<Engine> engines;
    private final PrintStream progress;

    /** A run of a plan on these engines. */
    public MorningRun(MorningPlan plan, Media media, Collection<Engine> engines, PrintStream progress) {
        this.plan = plan;
        this.media = media;
        this.engines = List.copyOf(engines);
        this.progress = progress;
    }

    /** Measures all. */
    public MorningFigures run() throws IOException, SQLException, InterruptedException, ExecutionException {
        List<MorningFigures> parts = new ArrayList<>();
        for (Engine engine : engines) {
            try (Medium medium = media.fresh(engine, "morning_" + engine);
                    Place place = new Place(engine, medium, plan)) {
                parts.add(run(place, engine));
            }
        }
        return MorningFigures.together(parts);
    }

    private MorningFigures run(Place place, Engine engine)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        List<Step> steps = new ArrayList<>();
        List<Morning> mornings = new ArrayList<>();
        List<Occupied> occupied = new ArrayList<>();
        for (int size : plan.sizes()) {
            progress.println("morning: " + engine.label() + ", " + size + " due");
            steps.add(place.step(size));
            occupied.add(place.occupied());
            if (plan.mornings().contains(size)) {
                for (int nodes : place.nodes()) {
                    mornings.add(place.morning(size, nodes));
                }
            }
        }
        return new MorningFigures(steps, mornings, occupied, List.of(place.capped()));
    }
}
