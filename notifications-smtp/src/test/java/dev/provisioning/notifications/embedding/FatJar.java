package dev.provisioning.notifications.embedding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Everything in one jar, as build tools make it. */
final class FatJar {
    /** What happens to files of which there is one in several jars: those that name the providers of a service. */
    enum Services {
        /** All are kept, one after the other. */
        MERGED,
        /** The last one wins, which is that of some other jar, whose classes are not even here. */
        LOST
    }

    private static final String SERVICES = "META-INF/services/";

    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Services services;

    private FatJar(Services services) {
        this.services = services;
    }

    /** Writes one. */
    static Path write(Path jar, Services services, List<Path> parts) throws IOException {
        FatJar fat = new FatJar(services);
        for (Path part : parts) {
            fat.add(part);
        }
        if (services == Services.LOST) {
            fat.entries.replaceAll((name, content) -> name.startsWith(SERVICES) ? foreign(name) : content);
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> entry : fat.entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return jar;
    }

    private static byte[] foreign(String service) {
        return ("elsewhere." + service.substring(service.lastIndexOf('.') + 1) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void add(Path part) throws IOException {
        if (Files.isDirectory(part)) {
            addTree(part);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + part.toUri()), Map.of())) {
            addTree(jar.getPath("/"));
        }
    }

    private void addTree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> add(root.relativize(file).toString().replace('\\', '/'), read(file)));
        }
    }

    private void add(String name, byte[] content) {
        boolean merge = services == Services.MERGED && name.startsWith(SERVICES);
        boolean ofOneJar = name.endsWith("module-info.class") || name.equals("META-INF/MANIFEST.MF");
        if (!ofOneJar) {
            entries.merge(name, content, (first, second) -> merge ? joined(first, second) : second);
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.write('\n');
        both.writeBytes(second);
        return both.toByteArray();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
