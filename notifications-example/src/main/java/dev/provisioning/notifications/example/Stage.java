package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.testkit.ManualTime;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that takes part in the story: five directories, a personnel office, a mail server, and the process of the engine,
 * in one simulated time. Whatever becomes of that process, the others stay.
 */
final class Stage implements AutoCloseable {
    final ManualTime time;
    final Directory salesforce = Directory.start("Salesforce");
    final Directory workday = Directory.start("Workday");
    final Directory zendesk = Directory.start("Zendesk");
    final Directory kronos = Directory.start("Kronos");
    final Directory slack = Directory.start("Slack");
    final PersonnelOffice office;
    final Subscriptions subscriptions;
    final Timeline timeline;
    final MailCatcher mailServer;
    final List<CycleReport> cycles = new ArrayList<>();
    private final List<Directory> directories = List.of(salesforce, workday, zendesk, kronos, slack);
    private final Path folder;
    private final EngineSetup setup;
    private @Nullable EngineProcess engine;

    /**
     * Sets the stage, without the engine.
     *
     * @param start when the story begins
     * @param out where it is told
     * @param folder an empty folder for the files of the engine
     * @param store the file in which the library keeps what it must not forget; null to keep it in memory
     */
    Stage(ZonedDateTime start, PrintStream out, Path folder, @Nullable Path store) {
        this.folder = folder;
        time = ManualTime.startingAt(start.toInstant());
        office = PersonnelOffice.open(folder.resolve("people.csv"));
        subscriptions = subscriptions(start);
        timeline = new Timeline(out, time, start.getZone(), subscriptions);
        mailServer = new MailCatcher(time, this::caught);
        mailServer.start();
        setup = new EngineSetup(mailServer.url(), folder.resolve("applications.csv"), office.file(), store);
        setUpApplications();
    }

    /** Lets time pass, and whatever is due before the instant happen. */
    void passTimeUntil(Instant instant) {
        if (engine != null && instant.isAfter(time.instant())) {
            engine.runUntil(instant);
        }
        time.advanceTo(instant);
    }

    /** Starts the process of the engine; its first cycles run as soon as time passes. */
    EngineProcess startEngine() {
        EngineProcess started = EngineProcess.start(time.instant(), setup, folder, new Notes());
        engine = started;
        return started;
    }

    /** Kills the process of the engine. */
    void killEngine() {
        if (engine != null) {
            timeline.killed(engine.kill());
            engine = null;
        }
    }

    /** Enters what the engine has to sign in with. */
    void enterPassword(TargetApplication app, String password) {
        app.account().enter(password);
        setUpApplications();
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
        mailServer.close();
        directories.forEach(Directory::close);
    }

    private void setUpApplications() {
        ApplicationsFile.of(applications(), subscriptions).write(setup.applications());
    }

    private List<TargetApplication> applications() {
        return directories.stream().map(Directory::application).toList();
    }

    private Subscriptions subscriptions(ZonedDateTime start) {
        Subscriptions set = new Subscriptions(start.getZone());
        applications().forEach(set::switchOn);
        set.switchOff(zendesk.application());
        return set;
    }

    private void caught(CaughtMail mail) {
        subscriptions.applications().stream()
                .filter(app -> mail.isAbout(app, subscriptions))
                .forEach(app -> timeline.mail(app, mail));
    }

    /** Takes note of what the engine says. */
    private final class Notes implements EngineEvents {
        @Override
        public void timePassed(Instant now) {
            time.advanceTo(now);
        }

        @Override
        public void cycleRan(CycleReport cycle) {
            cycles.add(cycle);
            timeline.cycle(cycle);
        }

        @Override
        public void mailWaits(AppId app) {
            timeline.mailWaits(app);
        }

        @Override
        public void mailServerLost(Instant triedAgain) {
            timeline.mailServerLost(triedAgain);
        }

        @Override
        public void mailServerBack() {
            timeline.mailServerBack();
        }

        @Override
        public void found(Finding finding) {
            timeline.found(finding);
        }
    }
}
