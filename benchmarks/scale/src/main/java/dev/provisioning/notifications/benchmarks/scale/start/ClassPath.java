package dev.provisioning.notifications.benchmarks.scale.start;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The jars that a host gets with a library.
 *
 * @param jars all of them, the library's own included
 */
record ClassPath(List<Path> jars) {
    ClassPath {
        jars = List.copyOf(jars);
    }

    /** Reads a class path that Maven has written; a module that is not packaged yet becomes a jar in a directory. */
    static ClassPath read(Path file, Path directory) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String element : Files.readString(file).strip().split(File.pathSeparator, -1)) {
            Path path = Path.of(element);
            jars.add(Files.isDirectory(path) ? packed(path, directory.resolve(jars.size() + ".jar")) : path);
        }
        return new ClassPath(jars);
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (Path jar : jars) {
            bytes += Files.size(jar);
        }
        return bytes;
    }

    /** What a Java process is told, with more classes in front. */
    String behind(Path classes) {
        return Stream.concat(Stream.of(classes), jars.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(classes)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (Path entry : files) {
                out.putNextEntry(
                        new ZipEntry(classes.relativize(entry).toString().replace(File.separatorChar, '/')));
                Files.copy(entry, out);
            }
        }
        return jar;
    }
}
