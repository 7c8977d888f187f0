package dev.provisioning.notifications.example;

import dev.provisioning.notifications.Cycle;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueSink;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs one cycle at one application: compares, stops if too much would go, changes, and reports what is wrong. */
final class CycleRunner {
    private final IssueSink sink;
    private final Clock clock;
    private final Quarantine quarantine = new Quarantine();

    CycleRunner(IssueSink sink, Clock clock) {
        this.sink = sink;
        this.clock = clock;
    }

    CycleReport run(TargetApplication app, List<Person> needed) {
        List<CycleReport.Report> reports = new ArrayList<>();
        try (Cycle cycle = sink.beginCycle(app.id())) {
            Consumer<Issue> report = issue -> reports.add(CycleReport.Report.of(issue, cycle.report(issue)));
            Plan plan = synchronise(app, needed, report);
            if (reports.isEmpty()) {
                quarantine.lift(app);
                cycle.complete();
                return new CycleReport(clock.instant(), app.id(), plan.changes(), reports);
            }
            quarantine.count(app, clock.instant()).ifPresent(report);
            return new CycleReport(clock.instant(), app.id(), null, reports);
        }
    }

    /** Makes the accounts what they should be, or reports why it did not. */
    private static Plan synchronise(TargetApplication app, List<Person> needed, Consumer<Issue> report) {
        Plan plan = new Plan(List.of(), List.of(), List.of(), 0);
        try (Accounts accounts = Accounts.of(app)) {
            plan = Plan.between(needed, accounts.all());
            if (plan.deletesTooMany()) {
                report.accept(Issues.tooManyDeletes(app, plan));
            } else {
                plan.applyTo(accounts);
            }
        } catch (RuntimeException e) {
            report.accept(Issues.failed(app, e));
        }
        return plan;
    }
}
