package dev.provisioning.notifications.benchmarks.scale.mails;

import dev.provisioning.notifications.benchmarks.process.ChildProcess;
import dev.provisioning.notifications.benchmarks.process.JavaCommand;
import dev.provisioning.notifications.benchmarks.smtp.sink.SinkCounts;
import dev.provisioning.notifications.benchmarks.smtp.sink.SinkMain;
import dev.provisioning.notifications.benchmarks.smtp.sink.SinkPorts;
import dev.provisioning.notifications.benchmarks.smtp.sink.ThrowAwayKey;
import dev.provisioning.notifications.benchmarks.store.medium.Media;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Has mails sent to a server, each number of deliveries at a time by a process of its own. */
public final class MailRun {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String[] HEAP = {"-XX:+UseSerialGC", "-Xms512m", "-Xmx512m"};

    private final MailPlan plan;
    private final Media media;
    private final PrintStream progress;

    /** A run of a plan, with files where media has them. */
    public MailRun(MailPlan plan, Media media, PrintStream progress) {
        this.plan = plan;
        this.media = media;
        this.progress = progress;
    }

    /** Measures all. */
    public MailFigures run() throws IOException, InterruptedException {
        Path key = ThrowAwayKey.make(Files.createDirectories(media.file("key")));
        try (ChildProcess sink = ChildProcess.start(
                JavaCommand.of(SinkMain.class, key.toString()).options(HEAP))) {
            int port = SinkPorts.parse(sink.answer()).plain();
            Map<Integer, Sending> sendings = new TreeMap<>();
            for (int deliveries : plan.deliveries()) {
                progress.println("mails: " + deliveries + " at a time");
                sendings.put(deliveries, send(sink, port, deliveries, List.of()));
            }
            progress.println("mails: where the time goes");
            Path recording = media.file("mails.jfr");
            Sending profiled = send(sink, port, plan.profiled(), List.of(recording.toString()));
            return new MailFigures(sendings, profiled, Profile.read(recording));
        }
    }

    private Sending send(ChildProcess sink, int port, int deliveries, List<String> recording) throws IOException {
        long before = SinkCounts.parse(sink.ask("counts")).mails();
        Path file = Files.createDirectories(media.file("mails-" + deliveries + "-" + recording.size()));
        List<String> arguments = new ArrayList<>(List.of(
                String.valueOf(port),
                file.resolve("mails.sqlite").toString(),
                String.valueOf(deliveries),
                String.valueOf(plan.warmUp()),
                String.valueOf(plan.mails())));
        arguments.addAll(recording);
        JavaCommand command =
                JavaCommand.of(SendMain.class, arguments.toArray(String[]::new)).options(HEAP);
        try (ChildProcess process = ChildProcess.start(command, PATIENCE)) {
            Sending sending = Sending.parse(process.answer());
            long arrived = SinkCounts.parse(sink.ask("counts")).mails() - before;
            if (arrived != plan.warmUp() + sending.mails()) {
                throw new IllegalStateException(arrived + " mails have arrived");
            }
            return sending;
        }
    }
}
