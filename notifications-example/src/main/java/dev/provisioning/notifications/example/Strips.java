package dev.provisioning.notifications.example;

import java.util.ArrayList;
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

    /** {@return a line for each application, and one for all} */
    List<String> shown() {
        List<String> shown = new ArrayList<>();
        long failed = 0;
        int sent = 0;
        for (Map.Entry<String, StringBuilder> cycle : cycles.entrySet()) {
            String marks = cycle.getValue().toString();
            shown.add(strip(cycle.getKey(), marks));
            failed += failed(marks);
            sent += mails.getOrDefault(cycle.getKey(), 0);
        }
        shown.add("%-11s %s".formatted("Together", sum(failed, sent)));
        return shown;
    }

    private String strip(String application, String marks) {
        return "%-11s %s  %s".formatted(application, marks, sum(failed(marks), mails.getOrDefault(application, 0)));
    }

    private static String sum(long failed, int sent) {
        String failures = failed == 0 ? "" : failed + " failed, ";
        return failures + mailCount(sent);
    }

    private static long failed(String marks) {
        return marks.chars().filter(mark -> mark == FAILED).count();
    }

    private static String mailCount(int sent) {
        return switch (sent) {
            case 0 -> "no mail";
            case 1 -> "1 mail";
            default -> sent + " mails";
        };
    }
}
