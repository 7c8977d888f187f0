package dev.provisioning.notifications.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Another Java machine, like the one of the tests, that trusts the authority of the scripted servers as its platform's, and
 * runs the {@link dev.provisioning.notifications.embedding.host.Host}.
 */
final class ChildJvm {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KEYS = "scripted-smtp-server.p12";

    private final Path directory;

    ChildJvm(Path directory) {
        this.directory = directory;
    }

    /**
     * Lets the host deliver.
     *
     * @param how where the host is found, and its main class
     * @param urls of servers
     * @return its report
     */
    List<String> deliver(List<String> how, String... urls) throws IOException, InterruptedException {
        Path report = directory.resolve("report");
        Path output = directory.resolve("output");
        List<String> command = new ArrayList<>(command());
        command.addAll(how);
        command.add(report.toString());
        command.addAll(List.of(urls));
        run(command, output);
        assertThat(output).isEmptyFile();
        return Files.readAllLines(report);
    }

    private List<String> command() throws IOException {
        return List.of(
                Path.of(property("java.home"), "bin", "java").toString(),
                // Starts faster, and is not needed for long.
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Djavax.net.ssl.trustStore=" + trustStore(),
                "-Djavax.net.ssl.trustStorePassword=throw-away",
                // Whoever listens to these, and was not told of a proxy expressly, gets nowhere.
                "-DsocksProxyHost=localhost",
                "-DsocksProxyPort=1",
                // There is no logging in the host, of which SLF4J would complain.
                "-Dslf4j.internal.verbosity=ERROR");
    }

    private static void run(List<String> command, Path output) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // Java talks about it.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("ends in time")
                    .isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private Path trustStore() throws IOException {
        Path file = directory.resolve(KEYS);
        try (InputStream keys = ScriptedSmtpServer.class.getResourceAsStream(KEYS)) {
            Files.copy(Objects.requireNonNull(keys), file);
        }
        return file;
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
