package dev.provisioning.notifications.protections.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A Java of its own, that starts quickly, and is as odd as this one in its zone and language. */
final class ChildJava {
    private static final long PATIENCE_SECONDS = 180;
    private static final List<String> QUICK =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m");
    private static final List<String> LIKE_HERE = List.of("user.timezone", "user.language", "user.country");

    private final List<String> command;

    ChildJava(String classPath, Map<String, String> properties) {
        command = new ArrayList<>(
                List.of(Path.of(property("java.home"), "bin", "java").toString()));
        command.addAll(QUICK);
        LIKE_HERE.forEach(name -> command.add("-D" + name + "=" + property(name)));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", classPath));
    }

    /** The class path of this Java. */
    static String ownClassPath() {
        return property("java.class.path");
    }

    /**
     * Runs a main class to its end.
     *
     * @param home where it runs
     * @param said the file that gets what it prints
     * @throws IllegalStateException if it does not end well, and in time
     */
    void run(Class<?> main, List<String> arguments, Path home, Path said) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.add(main.getName());
        whole.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(whole)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        // Java talks about it.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        requireGoodEnd(builder.start(), said);
    }

    private static void requireGoodEnd(Process process, Path said) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a test has not ended, see " + said);
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("a test has ended with " + process.exitValue() + ", see " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
