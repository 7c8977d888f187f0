package dev.provisioning.notifications.protections.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The model: a few files of Promela, of which {@code slot.pml} includes the others. */
final class Source {
    /** Where they are, as seen from this module. */
    static final Path DIRECTORY = Path.of("..", "docs", "model");

    private static final Pattern CONDITION = Pattern.compile("^#\\s*(?:ifdef|ifndef|if|elif)\\b(.*)$");
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Z0-9_]*\\b");
    private static final Pattern BUDGET =
            Pattern.compile("^#ifndef (\\w+)(?:\\s.*)?\\R#define \\1 \\d+$", Pattern.MULTILINE);

    private Source() {}

    static List<Path> files() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".pml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is taken out of the model, or added to it, by defining it: all that is asked for in a condition but numbers. */
    static Set<String> switches() {
        Set<String> names = new TreeSet<>();
        for (String line : text().lines().toList()) {
            Matcher condition = CONDITION.matcher(line);
            if (condition.matches()) {
                NAME.matcher(condition.group(1).replaceAll("/\\*.*", ""))
                        .results()
                        .forEach(found -> names.add(found.group()));
            }
        }
        names.removeAll(budgets());
        return names;
    }

    /** What is a number, and has a default: how many there are of something, and how often something may happen. */
    static Set<String> budgets() {
        return BUDGET.matcher(text())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text() {
        return files().stream().map(Source::read).collect(Collectors.joining("\n"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
