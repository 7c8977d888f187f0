package dev.provisioning.notifications.example;

import dev.provisioning.notifications.IssueSink;
import dev.provisioning.notifications.spi.Scheduler;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A provisioning engine: every {@link #INTERVAL} it reads what was set up, and the file of the personnel office, and
 * runs a cycle at each application. Takes its time from a clock and a scheduler only.
 */
final class Engine {
    /** How long it is from one cycle of an application to the next. */
    static final Duration INTERVAL = Duration.ofMinutes(40);

    private final Path applications;
    private final Path people;
    private final Scheduler scheduler;
    private final Consumer<CycleReport> observer;
    private final CycleRunner runner;

    Engine(
            Path applications,
            Path people,
            IssueSink sink,
            Clock clock,
            Scheduler scheduler,
            Consumer<CycleReport> observer) {
        this.applications = applications;
        this.people = people;
        this.scheduler = scheduler;
        this.observer = observer;
        this.runner = new CycleRunner(sink, clock);
    }

    /** Runs the first cycles as soon as possible, and all others at their time. */
    void start() {
        scheduler.schedule(Duration.ZERO, this::runCycles);
    }

    private void runCycles() {
        scheduler.schedule(INTERVAL, this::runCycles);
        PeopleFile file = PeopleFile.read(people);
        for (TargetApplication app : ApplicationsFile.read(applications).applications()) {
            observer.accept(runner.run(app, file.needing(app.name())));
        }
    }
}
