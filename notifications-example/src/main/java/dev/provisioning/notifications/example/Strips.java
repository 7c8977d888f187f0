package dev.provisioning.notifications.example;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cycles of one day, a mark for each: how they went at every application, and how many mails came of it. */
final class Strips {
    private static final char COMPLETED = '·';
    private static final char FAILED = '×';

    private final Map<String, StringBuilder> cycles = new LinkedHashMap<>();
    private final Map<String, Integer> mails = new LinkedHashMap<>();

    void cycle(String application, boolean completed) {
        cycles.computeIfAbsent(application, name -> new StringBuilder()).append(completed ? COMPLETED : FAILED);
    }

    void mail(String application) {
        mails.merge(application, 1, Integer::sum);
    }

    List<String> shown() {
        return cycles.entrySet().stream()
                .map(cycle -> strip(cycle.getKey(), cycle.getValue().toString()))
                .toList();
    }

    private String strip(String application, String marks) {
        long failed = marks.chars().filter(mark -> mark == FAILED).count();
        int sent = mails.getOrDefault(application, 0);
        String failures = failed == 0 ? "" : failed + " failed, ";
        return "%-11s %s  %s%s".formatted(application, marks, failures, mailCount(sent));
    }

    private static String mailCount(int sent) {
        return switch (sent) {
            case 0 -> "no mail";
            case 1 -> "1 mail";
            default -> sent + " mails";
        };
    }
}
