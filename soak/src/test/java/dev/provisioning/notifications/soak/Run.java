package dev.provisioning.notifications.soak;

import dev.provisioning.notifications.soak.check.Checker;
import dev.provisioning.notifications.soak.check.ReadJournal;
import dev.provisioning.notifications.soak.check.ReadMail;
import dev.provisioning.notifications.soak.check.Violation;
import dev.provisioning.notifications.soak.child.Note;
import dev.provisioning.notifications.soak.child.Orders;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** One test: a directory, a mail server, and the children that were started one after another or together. */
public final class Run implements AutoCloseable {
    /** For so many ticks a process must live on before repeats are surely written to a file. */
    static final int SETTLING = 60;

    private final String name;
    private final Path directory;
    private final long seed;
    private final StartUp startUp;
    private final Instant origin = Clock.systemUTC().instant();
    private final ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
    private final List<ChildProcess> children = new ArrayList<>();
    private final List<Path> journals = new ArrayList<>();
    private int settling = SETTLING;
    private Duration window = Plan.WINDOW;
    private boolean verified;

    private Run(String name, long seed, StartUp startUp) {
        this.name = name;
        this.startUp = startUp;
        this.seed = seed;
        this.directory = Directories.fresh(name);
    }

    public static Run named(String name) {
        return with(name, StartUp.trained());
    }

    /** A run that starts its children in a way of its own. */
    static Run with(String name, StartUp startUp) {
        String given = System.getProperty("soak.seed", "");
        return new Run(name, given.isBlank() ? System.nanoTime() : Long.parseLong(given), startUp);
    }

    String name() {
        return name;
    }

    /** The server that takes all mails. */
    public ScriptedSmtpServer server() {
        return server;
    }

    /** What is random, beside what the children draw. */
    public Chance chance() {
        return new Chance(new Random(seed));
    }

    /** Repeats are surely written only after so many ticks, because the store may take its time to fail. */
    public void settlesAfter(int ticks) {
        settling = ticks;
    }

    /** Two mails about an application are promised to be so far apart. */
    public void promises(Duration apart) {
        window = apart;
    }

    /** What all that is random comes from. */
    public long seed() {
        return seed;
    }

    /** Writes down what is done to the children, for whoever reads the logs. */
    public void chronicle(String what) {
        append("faults.txt", Clock.systemUTC().instant() + " " + what);
    }

    /** A file in the directory of this run. */
    public Path file(String file) {
        return directory.resolve(file);
    }

    /** Starts a child on a file of its own. */
    public ChildProcess start(UnaryOperator<Plan> plan) {
        String child = "c" + (journals.size() + 1);
        Path journal = file(child + ".journal");
        Plan made = plan.apply(new Plan(file("store.db").toString(), seed + journals.size()));
        Orders orders = made.orders(child, journal, server.port(), origin);
        ChildProcess process = new ChildProcess(startUp.under(made.watcher()), orders, file(child + ".out"));
        journals.add(journal);
        children.removeIf(one -> !one.isAlive());
        children.add(process);
        return process;
    }

    /** Lets a last child do something and send all that is held, and ends it in order. */
    public void drain(UnaryOperator<Plan> plan, String... commands) {
        ChildProcess last = start(plan);
        List.of(commands).forEach(last::say);
        finish(last);
    }

    /** Lets a child send all that is held, and ends it in order. */
    public static void finish(ChildProcess child) {
        child.say("calm").say("drain").await(Note.DRAINED).say("close").await(Note.CLOSED);
        child.awaitEnd();
    }

    /** What the server has accepted. */
    public List<ReadMail> mails() {
        return server.mails().stream()
                .map(mail -> ReadMail.of(mail.messageId(), mail.text()))
                .toList();
    }

    /** What the children have written down, in the order in which they were started. */
    public List<ReadJournal> journals() {
        return journals.stream().filter(Files::exists).map(ReadJournal::of).toList();
    }

    /** Which promises are found to be broken, by a run that is meant to break some. */
    public List<Violation.Kind> broken() {
        verified = true;
        return check().stream().map(Violation::kind).toList();
    }

    /** Which promises were broken. */
    public List<Violation> check() {
        return new Checker(window, settling).check(journals(), mails());
    }

    /** What the checker has found, and a line for people about what it has looked at. */
    public void verify() {
        List<Violation> found = check();
        Summary.of(name, journals(), mails(), found).write(directory.resolveSibling("summary.md"));
        if (!found.isEmpty()) {
            server.mails().forEach(mail -> append("mails.txt", mail.text()));
            throw new AssertionError(found.size() + " promises broken, seed " + seed + ", logs in " + directory + ": "
                    + found.subList(0, Math.min(10, found.size())));
        }
        verified = true;
    }

    private void append(String to, String text) {
        try {
            Files.writeString(file(to), text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what still runs; the logs of a run that went well are not kept. */
    @Override
    public void close() {
        children.forEach(ChildProcess::close);
        server.close();
        if (verified) {
            Directories.delete(directory);
        } else {
            System.err.println(name + ": not verified; seed " + seed + ", logs in " + directory);
        }
    }
}
