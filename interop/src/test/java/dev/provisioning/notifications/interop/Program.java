package dev.provisioning.notifications.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of the machine. */
final class Program {
    private static final long PATIENCE_SECONDS = 60;

    private Program() {}

    /** {@return what the program printed, on either channel} */
    static String run(String... command) {
        return runWithInput("", command);
    }

    static String runWithInput(String input, String... command) {
        try {
            // Not through a pipe: a daemon that keeps it open would keep us waiting.
            Path output = Files.createTempFile("program", ".out");
            try {
                return run(input, output, List.of(command));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command[0], e);
        }
    }

    private static String run(String input, Path output, List<String> command)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.outputWriter(StandardCharsets.UTF_8).append(input).close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " does not end: " + Files.readString(output));
        }
        String printed = Files.readString(output);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " ended with " + process.exitValue() + ": " + printed);
        }
        return printed;
    }
}
