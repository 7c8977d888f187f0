package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.Cycle;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Resolution;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.simulation.check.Note;
import dev.provisioning.notifications.simulation.plan.Happening;
import dev.provisioning.notifications.simulation.plan.Happening.Grade;
import dev.provisioning.notifications.simulation.plan.Happening.Report;
import dev.provisioning.notifications.spi.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The engines that run beside the notifiers of all nodes: what they say, and what they are answered. */
final class Engines {
    private static final List<IssueKind> KINDS =
            List.of(IssueKind.of("alpha"), IssueKind.of("beta"), IssueKind.of("gamma"), IssueKind.of("delta"));

    private final World world;
    private final Map<Report, Issue> issues = new HashMap<>();
    private final Map<Integer, OpenCycle> cycles = new HashMap<>();
    private int present;

    /** A cycle, and the life that it is part of. */
    private record OpenCycle(Cycle cycle, Life life) {}

    Engines(World world) {
        this.world = world;
    }

    /** Does something in whose middle an application is the one that is meant. */
    void about(int app, Runnable what) {
        int before = present;
        present = app;
        what.run();
        present = before;
    }

    /** Which application is meant. */
    int app(int app) {
        return app == Happening.SAME_APP ? present : app;
    }

    void report(Report report) {
        OpenCycle open = cycles.get(report.cycle());
        Life life = life(report.node());
        for (int i = 0; i < report.times(); i++) {
            if (open != null && open.life == life) {
                report(report, open.cycle::report);
            } else {
                report(report, life.notifier()::report);
            }
        }
    }

    void flood(Happening.Flood flood) {
        for (int i = 0; i < flood.keys(); i++) {
            report(new Report(flood.node(), flood.app(), flood.firstKey() + i, Grade.CRITICAL, 1, -1));
        }
    }

    private void report(Report report, Function<Issue, Disposition> sink) {
        int app = app(report.app());
        Issue issue = issue(new Report(0, app, report.key(), report.grade(), 1, -1));
        int began = world.journal().next();
        Disposition answer = null;
        try {
            answer = sink.apply(issue);
            world.tally().count("report: " + answer);
        } finally {
            if (world.isTraced()) {
                world.trace("node " + report.node() + " is told of " + issue.key() + " of app" + app + ", "
                        + issue.severity() + ": " + answer);
            }
            world.journal()
                    .add(new Note.Reported(
                            world.agenda().now(),
                            began,
                            report.node(),
                            app,
                            issue.key(),
                            issue.kind().name(),
                            report.grade() != Grade.WARNING,
                            answer == null ? null : answer.name()));
        }
    }

    void resolve(int node, int number, int key) {
        int app = app(number);
        int began = world.journal().next();
        Resolution answer = null;
        try {
            answer = life(node).notifier().resolve(world.app(app), "k" + key);
            world.tally().count("resolve: " + answer);
        } finally {
            trace("node " + node + " is told that k" + key + " of app" + app + " is over: " + answer);
            world.journal()
                    .add(new Note.Resolved(
                            world.agenda().now(), began, node, app, "k" + key, answer == null ? null : answer.name()));
        }
    }

    void beginCycle(int cycle, int node, int app) {
        Life life = life(node);
        cycles.put(cycle, new OpenCycle(life.notifier().beginCycle(world.app(app)), life));
        trace("cycle " + cycle + " begins on node " + node + ", of app" + app);
        world.journal().add(new Note.CycleBegan(cycle, app));
    }

    void endCycle(int cycle, boolean completed) {
        OpenCycle open = cycles.remove(cycle);
        if (open == null || open.life.isDead()) {
            return;
        }
        if (!completed) {
            open.cycle.close();
            world.tally().count("cycle: given up");
            return;
        }
        int began = world.journal().next();
        int troubles = world.disturbances();
        int resolved = 0;
        boolean certain = false;
        try {
            resolved = open.cycle.complete();
            certain = world.disturbances() == troubles;
            world.tally().count("cycle: completed");
        } finally {
            trace("cycle " + cycle + " is complete, and ends " + resolved);
            world.journal().add(new Note.CycleCompleted(began, cycle, certain, resolved));
        }
    }

    void deactivate(int node, int number) {
        int app = app(number);
        int began = world.journal().next();
        boolean certain = false;
        try {
            life(node).notifier().deactivate(world.app(app));
            certain = true;
            world.tally().count("deactivate");
        } catch (StoreException e) {
            world.tally().count("deactivate: not confirmed");
        } finally {
            trace("node " + node + " deactivates app" + app + ", certainly: " + certain);
            world.journal().add(new Note.Deactivated(began, app, certain));
        }
    }

    /** Closes a life in order. */
    void close(Life life) {
        int troubles = world.disturbances();
        life.notifier().close();
        Thread.interrupted(); // which ends deliveries under way, and those are on this thread
        life.die(world.disturbances() == troubles);
    }

    private Life life(int node) {
        return Objects.requireNonNull(world.life(node), "a node that has begun");
    }

    private Issue issue(Report like) {
        return issues.computeIfAbsent(
                like,
                report -> Issue.builder(world.app(report.app()), kind(report.key()))
                        .key("k" + report.key())
                        .severity(Severity.valueOf(report.grade().name()))
                        .summary("Problem k" + report.key())
                        .build());
    }

    private static IssueKind kind(int key) {
        return KINDS.get(key % KINDS.size());
    }

    private void trace(String what) {
        if (world.isTraced()) {
            world.trace(what);
        }
    }
}
