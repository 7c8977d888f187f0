package dev.provisioning.notifications.protections.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Searches every case, or those that are named; the trace of a hole that is named is told. */
public final class Main {
    private Main() {}

    /**
     * Searches.
     *
     * @param names of cases; all if there is none
     * @throws IOException if the table cannot be written
     */
    public static void main(String[] names) throws IOException {
        if (!Spin.missing().isEmpty()) {
            throw new IllegalStateException(Spin.advice(Spin.missing()));
        }
        List<Case> cases = chosen(List.of(names));
        Path directory = Files.createDirectories(Path.of(System.getProperty("model.target", "target"), "model"));
        Results results = search(cases, new Spin(directory), names.length > 0);
        results.write(directory.resolve("results.md"));
        System.out.println(
                cases.size() + " cases, of which " + results.unexpected().size()
                        + " came out otherwise than expected; the table is " + directory.resolve("results.md"));
        if (!results.unexpected().isEmpty()) {
            throw new IllegalStateException("not as expected: " + results.unexpected());
        }
    }

    private static List<Case> chosen(List<String> names) {
        List<Case> cases = Case.all().stream()
                .filter(each -> names.isEmpty() || names.contains(each.name()))
                .toList();
        if (cases.isEmpty() || cases.size() < names.size()) {
            throw new IllegalArgumentException("no such case in cases.csv: " + names);
        }
        return cases;
    }

    private static Results search(List<Case> cases, Spin spin, boolean traced) {
        Results results = new Results();
        for (Case each : cases) {
            Verdict verdict = spin.search(each);
            results.add(each, verdict);
            System.out.println(results.latest());
            if (traced && !verdict.trace().isEmpty()) {
                System.out.println(verdict.trace());
            }
        }
        return results;
    }
}
