package dev.provisioning.notifications.protections;

import dev.provisioning.notifications.protections.catalogue.Hole;
import dev.provisioning.notifications.protections.catalogue.Mutation;
import dev.provisioning.notifications.protections.trial.Testimony;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was tried, as a table in Markdown. */
final class Table {
    private final List<String> lines = new ArrayList<>(List.of(
            "| without this protection | rule | hole | taken out of | what then happens | noticed by | seconds |",
            "|---|---|---|---|---|---|---:|"));

    void add(Mutation mutation, Testimony seen, long nanos) {
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %s | %s | `%s` | %s | %s`%s` | %.1f |",
                mutation.protection(),
                String.join(", ", mutation.rules()),
                mutation.holes().stream().map(Hole::name).collect(Collectors.joining(", ")),
                mutation.type(),
                mutation.harm(),
                seen.hasFailed() ? "" : "**not** ",
                mutation.killer().name(),
                nanos / 1e9));
    }

    void write(Path file) throws IOException {
        List<String> all = new ArrayList<>(lines);
        all.add("");
        for (Hole hole : Hole.values()) {
            all.add("- " + hole + ", rule " + hole.rule() + ": " + hole.sentence());
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, all);
    }
}
