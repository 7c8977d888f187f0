package dev.provisioning.notifications.soak;

import dev.provisioning.notifications.soak.child.Child;
import dev.provisioning.notifications.soak.child.Note;
import dev.provisioning.notifications.soak.child.Orders;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A {@link Child} that runs, and what can be done to it. */
public final class ChildProcess implements AutoCloseable {
    private final Orders orders;
    private final Path output;
    private final Process process;
    private final BufferedWriter commands;
    private final Tail journal;
    private boolean suspended;

    ChildProcess(StartUp startUp, Orders orders, Path output) {
        this.orders = orders;
        this.output = output;
        this.process = start(startUp, orders, output);
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.journal = new Tail(orders.journal());
    }

    private static Process start(StartUp startUp, Orders orders, Path output) {
        List<String> command = new ArrayList<>(startUp.command());
        command.addAll(orders.toArguments());
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            // Java talks about it.
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return orders.name();
    }

    /** Says a command; one that is dead does not hear it. */
    public ChildProcess say(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** Waits until the child has noted something. */
    public ChildProcess await(Note note, String... words) {
        String line = String.join(" ", note.word(), String.join(" ", words)).strip();
        Patience.await(() -> journal.says(line) || !process.isAlive(), () -> name() + " has not noted: " + line);
        if (!journal.says(line)) {
            throw new AssertionError(name() + " has ended without noting: " + line + "\n" + said());
        }
        return this;
    }

    /** Waits until it has lived on for so many ticks from now on. */
    ChildProcess awaitTicks(int count) {
        int before = journal.count(Note.TICK.word());
        Patience.await(() -> journal.count(Note.TICK.word()) >= before + count, () -> name() + " does not tick");
        return this;
    }

    public boolean hasNoted(Note note) {
        return journal.says(note.word());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it is alive and not suspended. */
    public boolean isAwake() {
        return process.isAlive() && !suspended;
    }

    /** SIGKILL, for the child before whoever watches it. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits until it has ended by itself; returns its status. */
    public int awaitEnd() {
        Patience.await(() -> !process.isAlive(), () -> name() + " has not ended");
        return process.exitValue();
    }

    /** SIGSTOP. */
    public void suspend() {
        suspended = true;
        signal("STOP");
    }

    /** SIGCONT. */
    public void resume() {
        signal("CONT");
        suspended = false;
    }

    /** What it has printed, which should be nothing. */
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
