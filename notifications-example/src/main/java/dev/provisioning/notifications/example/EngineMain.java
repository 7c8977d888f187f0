package dev.provisioning.notifications.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The process of the engine, that {@link EngineProcess} starts. It reads commands from its standard input, writes what
 * happens to its standard output, and ends when its input does.
 */
public final class EngineMain {
    /** What each line but the last one of an answer is answered with. */
    static final String GO_ON = "go on";

    /** The last line of an answer. */
    static final String DONE = "done";

    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private EngineMain() {}

    /**
     * Runs the engine.
     *
     * @param arguments what time it is, and those of {@link EngineSetup}
     */
    public static void main(String[] arguments) {
        EngineMain process = new EngineMain();
        System.setOut(System.err); // what a library prints is not part of the conversation
        List<String> all = List.of(arguments);
        EngineSetup setup = EngineSetup.of(all.subList(1, all.size()));
        try (RunningEngine engine =
                new RunningEngine(setup, Instant.parse(all.get(0)), new EventLines(process::tell))) {
            process.obey(engine);
        }
    }

    private void obey(RunningEngine engine) {
        for (String command = read(); command != null; command = read()) {
            String[] words = command.split(" ", 2);
            switch (words[0]) {
                case "until" -> engine.runUntil(Instant.parse(words[1]));
                case "explain" -> engine.explain();
                default -> throw new IllegalArgumentException("there is no command " + command);
            }
            out.println(DONE);
        }
    }

    /** Says something, and waits until it was heard, so that nothing happens here before its time there. */
    private void tell(String line) {
        out.println(line);
        if (!GO_ON.equals(read())) {
            Runtime.getRuntime().halt(1); // nobody listens any more, and in the midst of work only this ends it
        }
    }

    private @Nullable String read() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
