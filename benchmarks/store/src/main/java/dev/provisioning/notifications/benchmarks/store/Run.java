package dev.provisioning.notifications.benchmarks.store;

import dev.provisioning.notifications.benchmarks.store.crowd.Crowd;
import dev.provisioning.notifications.benchmarks.store.durable.Contestant;
import dev.provisioning.notifications.benchmarks.store.durable.Field;
import dev.provisioning.notifications.benchmarks.store.mails.Delivery;
import dev.provisioning.notifications.benchmarks.store.mails.Route;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import dev.provisioning.notifications.benchmarks.store.medium.Media;
import dev.provisioning.notifications.benchmarks.store.medium.Medium;
import dev.provisioning.notifications.benchmarks.store.report.Results;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Everybody in turns, so that whatever else the machine does falls on all of them. */
final class Run {
    private final Media media;
    private final Collection<Engine> engines;
    private final Plan plan;
    private final PrintStream progress;
    private final Results results = new Results();

    Run(Media media, Collection<Engine> engines, Plan plan, PrintStream progress) {
        this.media = media;
        this.engines = engines;
        this.plan = plan;
        this.progress = progress;
    }

    Results run() throws IOException, SQLException, InterruptedException, ExecutionException {
        makeIssuesDurable();
        deliverMails();
        fillStores();
        return results;
    }

    private void makeIssuesDurable() throws IOException, SQLException, InterruptedException, ExecutionException {
        List<Contestant> contestants = engines.stream()
                .flatMap(engine -> Contestant.on(engine).stream())
                .toList();
        try (Field field = new Field(media, contestants)) {
            for (Contestant contestant : contestants) {
                progress.println("warming up " + contestant.label());
                field.measure(contestant, 2, plan.warmUp());
            }
            progress.println("issues, " + plan.rounds() + " rounds");
            for (int round = 1; round <= plan.rounds(); round++) {
                for (int threads : Field.THREADS) {
                    for (Contestant contestant : contestants) {
                        results.add(contestant, threads, field.measure(contestant, threads, plan.window()));
                    }
                }
            }
        }
    }

    private void deliverMails() throws IOException, SQLException, InterruptedException, ExecutionException {
        Map<Engine, Route> routes = new EnumMap<>(Engine.class);
        try {
            for (Engine engine : engines) {
                routes.put(engine, new Route(media.fresh(engine, "mails_" + engine)));
            }
            for (int round = 1; round <= plan.mailRounds(); round++) {
                progress.println("mails, round " + round + " of " + plan.mailRounds());
                for (Delivery delivery : Delivery.values()) {
                    int mails = delivery.isOfMany() ? plan.many() : plan.alone();
                    for (Map.Entry<Engine, Route> route : routes.entrySet()) {
                        results.add(route.getKey(), delivery, route.getValue().measure(delivery, mails));
                    }
                }
            }
        } finally {
            for (Route route : routes.values()) {
                route.close();
            }
        }
    }

    private void fillStores() throws IOException, SQLException, InterruptedException, ExecutionException {
        for (Engine engine : engines) {
            progress.println("filling " + engine.label() + " with " + plan.crowd() + " applications");
            try (Medium medium = media.fresh(engine, "crowd_" + engine)) {
                results.add(engine, new Crowd(medium, plan.crowd()).measure());
            }
        }
    }
}
