package dev.provisioning.notifications.example;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The engine in a process of its own, {@link EngineMain}, that works only while it is told to. It ends when this process
 * does, because its standard input ends then; or when it is killed.
 */
final class EngineProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Process process;
    private final EngineEvents events;
    private final PrintStream commands;
    private final BufferedReader answers;

    private EngineProcess(Process process, EngineEvents events) {
        this.process = process;
        this.events = events;
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts an engine.
     *
     * @param now what time it is there
     * @param setup what it has to know
     * @param folder where its libraries may put files
     * @param events is told what happens, while commands are obeyed
     * @return the engine, which has done nothing yet
     */
    static EngineProcess start(Instant now, EngineSetup setup, Path folder, EngineEvents events) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", // SQLite is written in C
                "-Dorg.sqlite.tmpdir=" + folder,
                "-classpath",
                classPath(),
                EngineMain.class.getName(),
                now.toString()));
        command.addAll(setup.arguments());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new EngineProcess(process, events);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs what is due before an instant, and nothing of what is due at it. */
    void runUntil(Instant instant) {
        command("until " + instant);
    }

    /** Has the engine tell what it knows of each application. */
    void explain() {
        command("explain");
    }

    /**
     * Ends the process as {@code kill -9} does: no code of it runs any more.
     *
     * @return its exit code
     */
    int kill() {
        return process.destroyForcibly().onExit().join().exitValue();
    }

    /** Lets the process end by itself, which closes what it has opened. */
    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private void command(String command) {
        commands.println(command);
        for (String line = answer(); !line.equals(EngineMain.DONE); line = answer()) {
            EventLines.tell(line, events);
            commands.println(EngineMain.GO_ON);
        }
    }

    private String answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the engine has ended, with exit code "
                        + process.onExit().join().exitValue());
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Maven runs the demo in its own process, where only the class loader knows where the classes are. */
    private static String classPath() {
        if (EngineProcess.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs())
                    .map(EngineProcess::file)
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path", "");
    }

    private static String file(URL url) {
        return Path.of(URI.create(url.toString())).toString();
    }
}
