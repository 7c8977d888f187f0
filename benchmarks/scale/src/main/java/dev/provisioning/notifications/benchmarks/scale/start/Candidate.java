package dev.provisioning.notifications.benchmarks.scale.start;

import dev.provisioning.notifications.benchmarks.page.Median;
import dev.provisioning.notifications.benchmarks.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A peer that is started again and again, each time in a new process. */
final class Candidate {
    private static final String READY = "ready ";

    private final Peer peer;
    private final Path directory;
    private final ClassPath classPath;
    private final List<Double> millis = new ArrayList<>();
    private int threads;
    private int starts;

    Candidate(Peer peer, Path embeddings, Path directory) throws IOException {
        this.peer = peer;
        this.directory = Files.createDirectories(directory);
        Optional<Path> file = peer.classPathFile(embeddings);
        this.classPath = file.isPresent() ? ClassPath.read(file.get(), directory) : new ClassPath(List.of());
    }

    /** Starts it once more. */
    void start() throws IOException {
        millis.add(start(command()));
    }

    /** Starts it in vain, since to write down which classes are loaded takes time. */
    Readiness readiness() throws IOException {
        Path log = directory.resolve("classes.log");
        start(command("-Xlog:class+load:file=" + log));
        double median =
                Median.of(millis.stream().mapToDouble(Double::doubleValue)).orElse(Double.NaN);
        return new Readiness(median, classes(log), classPath.jars().size(), classPath.bytes(), threads);
    }

    private double start(JavaCommand command) throws IOException {
        long begun = System.nanoTime();
        Process process =
                command.builder().redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader answers =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String answer = answers.readLine();
            double taken = (System.nanoTime() - begun) / 1e6;
            if (answer == null || !answer.startsWith(READY)) {
                throw new IOException(peer + " says " + answer);
            }
            threads = Integer.parseInt(answer.substring(READY.length()));
            return taken;
        } finally {
            process.getOutputStream().close();
            process.onExit().join();
        }
    }

    private static long classes(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: ")).count();
        }
    }

    private JavaCommand command(String... more) throws IOException {
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xmx256m"));
        options.addAll(List.of(more));
        Path fresh = Files.createDirectories(directory.resolve("start-" + starts++));
        return JavaCommand.of(ReadyMain.class, peer.start().getName(), fresh.toString())
                .options(options.toArray(String[]::new))
                .on(classPath.behind(own()));
    }

    private static Path own() {
        try {
            return Path.of(ReadyMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
