package dev.provisioning.notifications.soak.child;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a child is told when it starts. Durations are in its own, quick time.
 *
 * @param name of this process, and the start of its keys
 * @param journal where it writes down what it did
 * @param store a path of a file, or a URL of a database
 * @param smtpPort where mails are taken
 * @param origin when its time began
 * @param speed how much faster than the real one its time runs
 * @param gathering how long the first issue waits for others
 * @param window the least time between two mails about an application
 * @param flush how long repeats may stay unwritten
 * @param lease how long a delivery may take
 * @param answer how long a mail server may take for an answer
 * @param applications whom it reports about
 * @param pace the mean of the real time between two reports of one thread
 * @param toggles whether the last application is switched off now and then
 * @param seed of what is random
 * @param step where to do something, or null
 * @param deed what to do there: a name of {@link Steps.Deed}
 * @param time at which time it comes there
 * @param sabotage which protection is taken away
 */
public record Orders(
        String name,
        Path journal,
        String store,
        int smtpPort,
        Instant origin,
        int speed,
        Duration gathering,
        Duration window,
        Duration flush,
        Duration lease,
        Duration answer,
        List<String> applications,
        Duration pace,
        boolean toggles,
        long seed,
        @Nullable Step step,
        String deed,
        int time,
        Sabotage sabotage) {
    /** Whether the store is one that many share. */
    boolean isShared() {
        return store.startsWith("jdbc:");
    }

    /** As arguments of a command line. */
    public List<String> toArguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "name=" + name,
                "journal=" + journal,
                "store=" + store,
                "smtpPort=" + smtpPort,
                "origin=" + origin,
                "speed=" + speed,
                "gathering=" + gathering,
                "window=" + window,
                "flush=" + flush,
                "lease=" + lease,
                "answer=" + answer,
                "applications=" + String.join(",", applications),
                "pace=" + pace,
                "toggles=" + toggles,
                "seed=" + seed,
                "deed=" + deed,
                "time=" + time,
                "sabotage=" + sabotage));
        if (step != null) {
            arguments.add("step=" + step);
        }
        return arguments;
    }

    static Orders parse(String... arguments) {
        Map<String, String> told = new TreeMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            told.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        String step = told.get("step");
        return new Orders(
                get(told, "name"),
                Path.of(get(told, "journal")),
                get(told, "store"),
                Integer.parseInt(get(told, "smtpPort")),
                Instant.parse(get(told, "origin")),
                Integer.parseInt(get(told, "speed")),
                Duration.parse(get(told, "gathering")),
                Duration.parse(get(told, "window")),
                Duration.parse(get(told, "flush")),
                Duration.parse(get(told, "lease")),
                Duration.parse(get(told, "answer")),
                List.of(get(told, "applications").split(",")),
                Duration.parse(get(told, "pace")),
                Boolean.parseBoolean(get(told, "toggles")),
                Long.parseLong(get(told, "seed")),
                step == null ? null : Step.valueOf(step),
                get(told, "deed"),
                Integer.parseInt(get(told, "time")),
                Sabotage.valueOf(get(told, "sabotage")));
    }

    private static String get(Map<String, String> told, String what) {
        return Objects.requireNonNull(told.get(what), what);
    }
}
