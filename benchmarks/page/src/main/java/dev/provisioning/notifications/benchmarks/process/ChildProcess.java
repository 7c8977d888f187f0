package dev.provisioning.notifications.benchmarks.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A Java process that is spoken with in lines. It ends when its standard input does, so at the latest with this one. */
public final class ChildProcess implements AutoCloseable {
    private static final int SECONDS_TO_LEAVE = 10;
    private static final Duration POLL = Duration.ofMillis(5);

    private final String name;
    private final Process process;
    private final Duration patience;
    private final BufferedReader answers;
    private final BufferedWriter questions;

    private ChildProcess(String name, Process process, Duration patience) {
        this.name = name;
        this.process = process;
        this.patience = patience;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a process, and waits for each of its answers for at most so long. */
    public static ChildProcess start(JavaCommand command, Duration patience) throws IOException {
        Process process =
                command.builder().redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new ChildProcess(command.toString(), process, patience);
    }

    /** Starts a process that answers within a minute. */
    public static ChildProcess start(JavaCommand command) throws IOException {
        return start(command, Duration.ofMinutes(1));
    }

    /** Says a line, and waits for the answer. */
    public String ask(String question) throws IOException {
        try {
            questions.write(question + "\n");
            questions.flush();
        } catch (IOException e) {
            throw new IOException(name + " does not listen", e);
        }
        return answer();
    }

    /** Waits for a line, but not for ever: a library that loses an answer of the server would. */
    public String answer() throws IOException {
        long begun = System.nanoTime();
        while (!answers.ready()) {
            if (!process.isAlive() && !answers.ready()) {
                throw new IOException(name + " has ended");
            }
            if (System.nanoTime() - begun > patience.toNanos()) {
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
}
