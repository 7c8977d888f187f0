package dev.provisioning.notifications.example;

import dev.provisioning.notifications.example.gallery.GalleryCommand;
import dev.provisioning.notifications.example.replay.ReplayCommand;
import dev.provisioning.notifications.example.replay.UnreadableFileException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The command line of the example. */
public final class Main {
    private static final int GOOD = 0;
    private static final int BROKEN = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private static final String USAGE = """
            A small provisioning engine that notifies administrators, at most once a day.

              (no arguments)    tell the story of five days, and check what the library promises
              replay FILE...    read what Microsoft Graph tells of provisioning, and show the mails that
                                would have been sent, day by day
                  --smtp URL    really send them, to this mail server, such as smtp://localhost:2525
                  --to ADDRESS  who gets them; goes together with --smtp
                  --from ADDRESS  whose mails they are; the same as --to if not given
              gallery           write sample mails of each kind, size and language, and a page to
                                look through them
              --help            show this

            From the root of the project:

              mvn -q -Pdemo compile
              mvn -q -Pdemo compile "-Ddemo.args=replay notifications-example/samples/provisioning-log.json"
              mvn -q -Pdemo compile -Ddemo.args=gallery

            A replay reads lists of provisioningObjectSummary (GET /auditLogs/provisioning) and
            synchronizationJob objects; what bears no time is taken to have happened now. The exit code
            is 0 if all is well, 1 if a promise was broken or a mail was not accepted, and 2 if a command
            or a file was not understood.
            """;

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;
    private final Path target;

    /** Prepares the commands: what they print and where, what time it is outside the simulation, where to put what they write. */
    Main(PrintStream out, PrintStream err, Clock clock, Path target) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.target = target;
    }

    /**
     * Runs a command, and ends the process if it does not end well.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Path target = Path.of(System.getProperty("demo.target", "notifications-example/target"));
        int code = exitCode(new Main(out, err, Clock.systemUTC(), target), List.of(arguments));
        if (code != GOOD) {
            System.exit(code);
        }
    }

    // Servers that were started before a failure would keep the process alive, if it were left to end by itself.
    private static int exitCode(Main main, List<String> arguments) {
        try {
            return main.run(arguments);
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Main.class).error("the example has failed", e);
            return BROKEN;
        }
    }

    int run(List<String> arguments) {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return GOOD;
        }
        return switch (command) {
            case "" -> story();
            case "replay" -> replay(arguments.subList(1, arguments.size()));
            case "gallery" -> gallery(arguments.subList(1, arguments.size()));
            default -> notUnderstood("there is no command " + command);
        };
    }

    private int story() {
        Instant began = clock.instant();
        Path folder = target.resolve("mailbox");
        out.print(Story.PREFACE);
        Story.Outcome outcome = Story.tell(out, folder.resolve("engine"));
        Path page = new Mailbox(folder, Story.ZONE).write(outcome);
        out.println();
        out.print(outcome.tally().shown());
        out.println();
        for (PromiseCheck.Verdict verdict : outcome.verdicts()) {
            out.println((verdict.isKept() ? "  kept    " : "  BROKEN  ") + verdict.promise());
            verdict.broken().forEach(breach -> out.println("            " + breach));
        }
        out.println();
        out.println("Five days in " + Duration.between(began, clock.instant()).toSeconds()
                + " seconds. Every mail as its readers see it: " + page);
        return outcome.isGood() ? GOOD : BROKEN;
    }

    private int replay(List<String> arguments) {
        try {
            return new ReplayCommand(out, clock).run(arguments) ? GOOD : BROKEN;
        } catch (UnreadableFileException e) {
            err.println(e.getMessage());
            return NOT_UNDERSTOOD;
        } catch (IllegalArgumentException e) {
            return notUnderstood(String.valueOf(e.getMessage()));
        }
    }

    private int gallery(List<String> arguments) {
        if (!arguments.isEmpty()) {
            return notUnderstood("gallery does not know " + arguments.get(0));
        }
        new GalleryCommand(out, clock, target.resolve("gallery")).run();
        return GOOD;
    }

    private int notUnderstood(String why) {
        err.println(why);
        err.println();
        err.print(USAGE);
        return NOT_UNDERSTOOD;
    }
}
