package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.spi.StoreException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A store in a process of its own, which tells the test in one line what became of opening it, and lives until it is
 * killed or told to end.
 */
final class ChildStore implements AutoCloseable {
    private final Process process;

    private ChildStore(Process process) {
        this.process = process;
    }

    /**
     * Starts a process.
     *
     * @param file the store's file
     * @param what what to do with it, see {@link #main}
     * @param before what to put before the command, such as a tracer
     */
    static ChildStore start(Path file, String what, String... before) {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChildStore.class.getName(),
                file.toString(),
                what));
        try {
            return new ChildStore(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the line that the process says; null if it ends without one. */
    String says() {
        try {
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return String.valueOf(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Kills the process, and waits until it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Tells the process to close its store and end, and waits for it. */
    void end() throws IOException {
        process.getOutputStream().close();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the child does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Opens a store, leaves slots behind ({@code work}), or writes so many times ({@code 10}), and waits. */
    public static void main(String... args) throws IOException {
        try (JdbcNotificationStore store = JdbcNotificationStore.file(Path.of(args[0]))) {
            if (args[1].equals("work")) {
                Samples.leaveBehind(store);
            } else {
                for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                    Samples.write(store, Samples.APP, Samples.due(Samples.NOON));
                }
            }
            say("open");
            awaitEndOfInput();
        } catch (StoreException e) {
            say(String.valueOf(e.getMessage()));
        }
    }

    private static void awaitEndOfInput() throws IOException {
        try (FileInputStream input = new FileInputStream(FileDescriptor.in)) {
            if (input.read() >= 0) {
                throw new IOException("nobody has anything to say to this process");
            }
        }
    }

    private static void say(String line) throws IOException {
        try (FileOutputStream output = new FileOutputStream(FileDescriptor.out)) {
            output.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
