package dev.provisioning.notifications.benchmarks.store.report;

import static java.util.stream.Collectors.joining;

import dev.provisioning.notifications.benchmarks.page.Target;
import dev.provisioning.notifications.benchmarks.store.crowd.CrowdFigures;
import dev.provisioning.notifications.benchmarks.store.durable.Contestant;
import dev.provisioning.notifications.benchmarks.store.durable.Field;
import dev.provisioning.notifications.benchmarks.store.mails.Delivery;
import dev.provisioning.notifications.benchmarks.store.mails.MailCost;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import java.util.List;

/** What the stores want to reach. */
final class Targets {
    private static final double OF_THE_FLOOR = 0.7;
    private static final double COMMITS = 4;
    private static final double FEWER = 0.99;
    private static final double MEBIBYTES = 400;

    private Targets() {}

    /** All targets, as the results stand. */
    static List<Target> of(Results results) {
        List<Engine> engines = List.of(Engine.values());
        return List.of(
                floor(results, "of a raw append, SQLite, `read` and `replace`", Contestant.SQLITE_STORE),
                floor(results, "of a raw append, SQLite, `Notifier.report`", Contestant.SQLITE_NOTIFIER),
                floor(results, "of an upsert, PostgreSQL, `read` and `replace`", Contestant.POSTGRESQL_STORE),
                floor(results, "of an upsert, PostgreSQL, `Notifier.report`", Contestant.POSTGRESQL_NOTIFIER),
                Target.atMost(
                        COMMITS,
                        "commits for a mail that is due alone, with the report",
                        engines,
                        engine -> results.mail(engine, Delivery.NOTIFIER_ALONE, MailCost::commits)),
                Target.atMost(
                        FEWER,
                        "of these for each of many that are due at once",
                        engines,
                        engine -> Results.ratio(
                                results.mail(engine, Delivery.NOTIFIER_OF_MANY, MailCost::commits),
                                results.mail(engine, Delivery.NOTIFIER_ALONE, MailCost::commits))),
                Target.atMost(
                        MEBIBYTES,
                        "MiB for a million applications with an issue",
                        engines,
                        engine -> results.crowd(engine, CrowdFigures::mebibytesForMillion)));
    }

    private static Target floor(Results results, String wish, Contestant contestant) {
        return Target.atLeast(
                OF_THE_FLOOR,
                wish + ", " + Field.THREADS.stream().map(String::valueOf).collect(joining(", ")) + " threads",
                Field.THREADS,
                threads -> results.overFloor(contestant, threads));
    }
}
