package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.IssueKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes each event as one line, and reads it again on the other side of a pipe. Fields are separated by tabs, which
 * neither names nor summaries may hold.
 */
final class EventLines implements EngineEvents {
    private static final String TAB = "\t";
    private static final int FIRST_REPORT = 5;
    private static final int REPORT_FIELDS = 4;

    private final Consumer<String> line;

    EventLines(Consumer<String> line) {
        this.line = line;
    }

    @Override
    public void timePassed(Instant now) {
        write("now", now);
    }

    @Override
    public void cycleRan(CycleReport cycle) {
        Changes changes = cycle.changes();
        String counts = changes == null ? "" : changes.created() + " " + changes.updated() + " " + changes.deleted();
        Stream<Object> reports = cycle.reports().stream()
                .flatMap(report -> Stream.of(report.kind().name(), report.key(), report.answer(), report.summary()));
        write(Stream.concat(
                Stream.of("cycle", cycle.at(), cycle.app().tenant(), cycle.app().name(), counts), reports));
    }

    @Override
    public void mailWaits(AppId app) {
        write("waits", app.tenant(), app.name());
    }

    @Override
    public void mailServerLost(Instant triedAgain) {
        write("lost", triedAgain);
    }

    @Override
    public void mailServerBack() {
        write("back");
    }

    @Override
    public void found(Finding finding) {
        write(
                "found",
                finding.app().tenant(),
                finding.app().name(),
                finding.held(),
                shown(finding.lastMail()),
                shown(finding.nextMail()));
    }

    /** Tells what a line says. */
    static void tell(String line, EngineEvents events) {
        List<String> fields = Arrays.asList(line.split(TAB, -1));
        switch (fields.get(0)) {
            case "now" -> events.timePassed(Instant.parse(fields.get(1)));
            case "cycle" -> events.cycleRan(cycle(fields));
            case "waits" -> events.mailWaits(AppId.of(fields.get(1), fields.get(2)));
            case "lost" -> events.mailServerLost(Instant.parse(fields.get(1)));
            case "back" -> events.mailServerBack();
            case "found" -> events.found(finding(fields));
            default -> throw new IllegalArgumentException("the engine said what nobody understands: " + line);
        }
    }

    private static CycleReport cycle(List<String> fields) {
        List<CycleReport.Report> reports = new ArrayList<>();
        for (int i = FIRST_REPORT; i < fields.size(); i += REPORT_FIELDS) {
            reports.add(new CycleReport.Report(
                    IssueKind.of(fields.get(i)),
                    fields.get(i + 1),
                    fields.get(i + 3),
                    Disposition.valueOf(fields.get(i + 2))));
        }
        return new CycleReport(
                Instant.parse(fields.get(1)), AppId.of(fields.get(2), fields.get(3)), changes(fields.get(4)), reports);
    }

    private static @Nullable Changes changes(String counts) {
        if (counts.isEmpty()) {
            return null;
        }
        List<Integer> numbers =
                Stream.of(counts.split(" ", -1)).map(Integer::valueOf).toList();
        return new Changes(numbers.get(0), numbers.get(1), numbers.get(2));
    }

    private static Finding finding(List<String> fields) {
        return new Finding(
                AppId.of(fields.get(1), fields.get(2)),
                Integer.parseInt(fields.get(3)),
                instant(fields.get(4)),
                instant(fields.get(5)));
    }

    private static String shown(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    private static @Nullable Instant instant(String shown) {
        return shown.isEmpty() ? null : Instant.parse(shown);
    }

    private void write(Object... fields) {
        write(Stream.of(fields));
    }

    private void write(Stream<Object> fields) {
        line.accept(fields.map(String::valueOf).collect(Collectors.joining(TAB)));
    }
}
