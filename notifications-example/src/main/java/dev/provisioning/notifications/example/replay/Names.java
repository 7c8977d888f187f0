package dev.provisioning.notifications.example.replay;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Subscription;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One name for each application, though the files may know it by several. */
final class Names {
    private final Map<AppId, String> names = new HashMap<>();

    Names(List<Failure> failures) {
        failures.stream()
                .sorted(Comparator.comparing(failure -> failure.application().guessed()))
                .forEach(failure -> names.putIfAbsent(
                        failure.app(), cut(failure.application().text())));
    }

    String of(AppId app) {
        return names.getOrDefault(app, app.name());
    }

    /** As long as a subscription allows, and no half characters. */
    private static String cut(String name) {
        int end = Math.min(name.length(), Subscription.MAX_NAME);
        return name.substring(
                0, end < name.length() && Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end);
    }
}
