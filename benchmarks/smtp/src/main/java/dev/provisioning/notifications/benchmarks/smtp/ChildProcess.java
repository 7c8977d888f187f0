package dev.provisioning.notifications.benchmarks.smtp;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Java process that is spoken with in lines. It ends when its standard input does, so at the latest with this one. */
final class ChildProcess implements AutoCloseable {
    private static final int SECONDS_TO_LEAVE = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(5);

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a main class, with our own class path but for what is to be left out. */
    static ChildProcess start(Class<?> main, Predicate<String> leftOut, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // A heap of one size, so that no collector is measured while it looks for one.
        Stream<String> command = Stream.of(java, "-Xms256m", "-Xmx256m", "-cp", classPath(leftOut), main.getName());
        List<String> whole = Stream.concat(command, Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(whole)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ChildProcess(main.getSimpleName() + " " + String.join(" ", arguments), process);
    }

    String ask(String question) throws IOException {
        try {
            questions.write(question + "\n");
            questions.flush();
        } catch (IOException e) {
            throw new IOException(name + " does not listen", e);
        }
        return answer();
    }

    /** Waits for a line, but not for ever: a library that loses an answer of the server would. */
    String answer() throws IOException {
        long begun = System.nanoTime();
        while (!answers.ready()) {
            if (!process.isAlive() && !answers.ready()) {
                throw new IOException(name + " has ended");
            }
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IOException(name + " does not answer");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return answers.readLine();
    }

    @Override
    public void close() throws IOException {
        try (questions;
                answers) {
            questions.close();
            if (!process.waitFor(SECONDS_TO_LEAVE, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String classPath(Predicate<String> leftOut) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(leftOut.negate())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
