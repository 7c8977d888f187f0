package dev.provisioning.notifications.soak;

import dev.provisioning.notifications.soak.child.Child;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command that starts a child. Most of them live for a second or two, so what makes them start faster counts: the classes
 * that a first child has used are kept in an archive for the others, which takes jars for directories.
 */
record StartUp(String classPath, List<String> archive, List<String> watcher) {
    private static final class Trained {
        static final StartUp INSTANCE = train();
    }

    static StartUp trained() {
        return Trained.INSTANCE;
    }

    /** The same, started by another program. */
    StartUp under(List<String> program) {
        return new StartUp(classPath, archive, program);
    }

    List<String> command() {
        List<String> command = new ArrayList<>(watcher);
        command.addAll(List.of(
                Path.of(property("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                // So does having no log; what matters is in the journal.
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                classPath));
        command.addAll(archive);
        command.add(Child.class.getName());
        return command;
    }

    private static StartUp train() {
        Path directory = Directories.fresh("start-up");
        String classPath = Stream.of(property("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .filter(Files::exists)
                .map(entry -> Files.isDirectory(entry) ? jar(entry, directory) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        Path archive = directory.resolve("classes.jsa");
        StartUp training = new StartUp(classPath, List.of("-XX:ArchiveClassesAtExit=" + archive), List.of());
        try (Run run = Run.with("training", training)) {
            run.drain(plan -> plan.applications(List.of("crm")), "report crm k");
            run.verify();
        }
        return new StartUp(classPath, List.of("-XX:SharedArchiveFile=" + archive), List.of());
    }

    private static Path jar(Path classes, Path directory) {
        Path jar = directory.resolve(Integer.toHexString(classes.hashCode()) + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> inside = Files.walk(classes)) {
            for (Path path : inside.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(path).toString()));
                Files.copy(path, out);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
