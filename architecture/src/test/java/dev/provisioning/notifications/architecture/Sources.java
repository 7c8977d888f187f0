package dev.provisioning.notifications.architecture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The source files of the house, by the names of their classes; of equal names, one after the other. */
final class Sources extends SimpleFileVisitor<Path> {
    private static final Set<String> MADE_BY_TOOLS = Set.of("target", "node_modules", ".git");

    private final Map<String, String> texts = new HashMap<>();

    private Sources() {}

    static Sources read(Path root) throws IOException {
        Sources sources = new Sources();
        Files.walkFileTree(root, sources);
        return sources;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return MADE_BY_TOOLS.contains(directory.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".java")) {
            texts.merge(name.replace(".java", ""), Files.readString(file), String::concat);
        }
        return FileVisitResult.CONTINUE;
    }

    boolean hasClass(String name) {
        return texts.containsKey(name);
    }

    /** Whether a class has a test of that name, or a field that is a rule. */
    boolean hasTest(String name, String member) {
        Pattern declared = Pattern.compile("(?:void|Stream<DynamicTest>|ArchRule) " + Pattern.quote(member) + "\\b");
        return declared.matcher(texts.getOrDefault(name, "")).find();
    }
}
