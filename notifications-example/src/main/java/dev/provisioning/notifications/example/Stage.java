package dev.provisioning.notifications.example;

import dev.provisioning.notifications.core.DailyPolicy;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.testkit.ManualTime;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * All that takes part in the story: five directories, a personnel office, a mail server, the library and the engine,
 * in one simulated time.
 */
final class Stage implements AutoCloseable {
    private static final long SEED = 2026;

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
    private final SmtpTransport transport;
    private final Notifier notifier;

    Stage(ZonedDateTime start, PrintStream out, Path people) {
        time = ManualTime.startingAt(start.toInstant());
        office = PersonnelOffice.open(people);
        subscriptions = subscriptions(start);
        timeline = new Timeline(out, time, start.getZone(), subscriptions);
        mailServer = new MailCatcher(time, this::caught);
        mailServer.start();
        transport = SmtpTransport.builder()
                .url(mailServer.url())
                .from("provisioning@example.com")
                .fromName("Account provisioning")
                .allowPlaintext()
                .build();
        notifier = Notifier.builder()
                .transport(transport)
                .subscriptions(subscriptions)
                .policy(DailyPolicy.standard())
                .clock(time)
                .scheduler(time)
                .executor(time)
                .random(new Random(SEED))
                .listener(timeline)
                .build();
    }

    /** Starts the engine; its first cycles run as soon as time passes. */
    void raiseCurtain() {
        List<TargetApplication> applications =
                directories.stream().map(Directory::application).toList();
        new Engine(applications, office.file(), notifier, time, time, this::ran).start();
    }

    @Override
    public void close() {
        notifier.close();
        transport.close();
        mailServer.close();
        directories.forEach(Directory::close);
    }

    private Subscriptions subscriptions(ZonedDateTime start) {
        Subscriptions set = new Subscriptions(start.getZone());
        directories.stream().map(Directory::application).forEach(set::switchOn);
        set.switchOff(zendesk.application());
        return set;
    }

    private void ran(CycleReport cycle) {
        cycles.add(cycle);
        timeline.cycle(cycle);
    }

    private void caught(CaughtMail mail) {
        subscriptions.applications().stream()
                .filter(app -> mail.isAbout(app, subscriptions))
                .forEach(app -> timeline.mail(app, mail));
    }
}
