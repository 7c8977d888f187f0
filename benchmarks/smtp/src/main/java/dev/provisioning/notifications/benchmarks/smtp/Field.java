package dev.provisioning.notifications.benchmarks.smtp;

import dev.provisioning.notifications.benchmarks.process.ChildProcess;
import dev.provisioning.notifications.benchmarks.process.JavaCommand;
import dev.provisioning.notifications.benchmarks.smtp.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.smtp.contestant.ContestantMain;
import dev.provisioning.notifications.benchmarks.smtp.contestant.Load;
import dev.provisioning.notifications.benchmarks.smtp.contestant.Measurement;
import dev.provisioning.notifications.benchmarks.smtp.contestant.SmtpSource;
import dev.provisioning.notifications.benchmarks.smtp.report.Cell;
import dev.provisioning.notifications.benchmarks.smtp.sink.SinkCounts;
import dev.provisioning.notifications.benchmarks.smtp.sink.SinkMain;
import dev.provisioning.notifications.benchmarks.smtp.sink.SinkPorts;
import dev.provisioning.notifications.benchmarks.smtp.sink.ThrowAwayKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sink and the contestants, each in its process, ready to be measured. */
final class Field implements AutoCloseable {
    /** Of one size, so that no collector is measured while it looks for one. */
    private static final String[] HEAP = {"-Xms256m", "-Xmx256m"};

    private final Path key;
    private final ChildProcess sink;
    private final SinkPorts ports;
    private final Optional<SmtpSource> smtpSource;
    private final Map<Contestant, ChildProcess> processes = new EnumMap<>(Contestant.class);

    /** Starts the sink; a contestant starts when it is measured first. */
    Field(Path directory) throws IOException, InterruptedException {
        key = ThrowAwayKey.make(directory);
        sink = ChildProcess.start(JavaCommand.of(SinkMain.class, key.toString()).options(HEAP));
        ports = SinkPorts.parse(sink.answer());
        smtpSource = SmtpSource.find(directory);
    }

    /** Who cannot be measured, for want of being installed. */
    List<Contestant> absent() {
        return smtpSource.isPresent() ? List.of() : List.of(Contestant.SMTP_SOURCE);
    }

    /** Who can be measured under these circumstances. */
    List<Contestant> contestants(Cell cell) {
        return Arrays.stream(Contestant.values())
                .filter(contestant -> contestant.isInJava() || (!cell.tls() && smtpSource.isPresent()))
                .toList();
    }

    /**
     * Measures a contestant.
     *
     * @throws IllegalStateException if the sink has accepted more or less than the contestant says
     */
    Measurement measure(Contestant contestant, Cell cell, Duration window) throws IOException, InterruptedException {
        int port = ports.port(cell.tls(), cell.distant());
        Load load = new Load(port, cell.tls(), cell.size(), cell.sessions(), window);
        long before = counts().mails();
        Measurement measurement = run(contestant, load);
        long accepted = counts().mails() - before;
        if (accepted != measurement.mails()) {
            throw new IllegalStateException(
                    contestant + " has sent " + measurement.mails() + " mails, and the sink has accepted " + accepted);
        }
        return measurement;
    }

    SinkCounts counts() throws IOException {
        return SinkCounts.parse(sink.ask("counts"));
    }

    @Override
    public void close() throws IOException {
        for (ChildProcess process : processes.values()) {
            process.close();
        }
        sink.close();
    }

    private Measurement run(Contestant contestant, Load load) throws IOException, InterruptedException {
        if (!contestant.isInJava()) {
            return smtpSource.orElseThrow().run(load);
        }
        ChildProcess process = processes.get(contestant);
        if (process == null) {
            process = ChildProcess.start(command(contestant, key));
            processes.put(contestant, process);
        }
        return Measurement.parse(process.ask(load.toLine()));
    }

    static JavaCommand command(Contestant contestant, Path key) {
        return JavaCommand.of(ContestantMain.class, contestant.name(), key.toString())
                .options(HEAP)
                .without(contestant::leavesOut);
    }
}
