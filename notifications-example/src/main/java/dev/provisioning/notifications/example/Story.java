package dev.provisioning.notifications.example;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Five days of a provisioning engine. What happens around it is in the {@link Script}; what comes of it is up to the
 * engine and the library.
 */
final class Story {
    /** What a reader should know before it begins. */
    static final String PREFACE = """
            Five days of a provisioning engine. The directories, the mail server, and the engine's process
            with its SQLite file are real, on this machine; only time is simulated, and passes in Berlin.
            A cycle runs every 40 minutes at each application: · has completed, × has failed, ✉ is a mail
            that the mail server has accepted, ☠ a kill -9.
            """;

    /** Where the administrators are. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Story() {}

    /**
     * What came of the story.
     *
     * @param lines what was told
     * @param mails what was mailed
     * @param tally the numbers
     * @param verdicts which promises were kept
     */
    record Outcome(
            List<Timeline.Line> lines, List<CaughtMail> mails, Tally tally, List<PromiseCheck.Verdict> verdicts) {
        boolean isGood() {
            return verdicts.stream().allMatch(PromiseCheck.Verdict::isKept);
        }
    }

    /**
     * Tells the story.
     *
     * @param out where to print it
     * @param folder where to put the files of the engine; others are removed from it
     * @return what came of it
     */
    static Outcome tell(PrintStream out, Path folder) {
        return tell(out, folder, folder.resolve("notifications.db"));
    }

    /** Tells the story of an engine that forgets everything with its process. */
    static Outcome tellWithoutStore(PrintStream out, Path folder) {
        return tell(out, folder, null);
    }

    private static Outcome tell(PrintStream out, Path folder, @Nullable Path store) {
        empty(folder);
        try (Stage stage = new Stage(Script.START, out, folder, store)) {
            for (Script.Scene scene : Script.on(stage)) {
                stage.passTimeUntil(scene.at());
                scene.event().run();
            }
            return outcome(stage);
        }
    }

    private static Outcome outcome(Stage stage) {
        List<CaughtMail> mails = stage.mailServer.mails();
        List<LocalDate> days =
                IntStream.rangeClosed(1, Script.DAYS).mapToObj(Script::date).toList();
        return new Outcome(
                stage.timeline.lines(),
                mails,
                Tally.of(stage.subscriptions, days, stage.cycles, mails),
                new PromiseCheck(stage.subscriptions, stage.cycles, mails).verdicts());
    }

    private static void empty(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> old = Files.list(folder)) {
                for (Path file : old.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
