package dev.provisioning.notifications.soak;

import dev.provisioning.notifications.soak.child.Orders;
import dev.provisioning.notifications.soak.child.Sabotage;
import dev.provisioning.notifications.soak.child.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a child is to be started. Its time runs sixty times as fast as the real one, so that a minute of the library is a second
 * here.
 */
public final class Plan {
    /** The least time between two mails about an application, as promised. */
    static final Duration WINDOW = Duration.ofSeconds(60);

    private static final Duration PACE = Duration.ofMillis(30);

    private String store;
    private final long seed;
    private int speed = 60;
    private Duration gathering = Duration.ofSeconds(3);
    private Duration window = WINDOW;
    private Duration flush = Duration.ofSeconds(12);
    private Duration lease = Duration.ofSeconds(60);
    private Duration answer = Duration.ofHours(5);
    private List<String> applications = List.of("crm", "erp", "hr", "mail");
    private boolean toggles;
    private @Nullable Step step;
    private String deed = "HALT";
    private int time = 1;
    private Sabotage sabotage = Sabotage.NONE;
    private List<String> watcher = List.of();

    Plan(String store, long seed) {
        this.store = store;
        this.seed = seed;
    }

    public Plan store(String url) {
        store = url;
        return this;
    }

    /** Its time runs so much faster. */
    public Plan speed(int times) {
        speed = times;
        return this;
    }

    /** The first issue waits so long for others. */
    public Plan gathering(Duration time) {
        gathering = time;
        return this;
    }

    /** Repeats stay unwritten for so long. */
    public Plan flush(Duration interval) {
        flush = interval;
        return this;
    }

    /** A delivery may take so long. */
    public Plan lease(Duration time) {
        lease = time;
        return this;
    }

    /** A mail server may take so long for an answer. */
    public Plan answer(Duration time) {
        answer = time;
        return this;
    }

    public Plan applications(List<String> names) {
        applications = names;
        return this;
    }

    /** The last application is switched off and on now and then. */
    Plan toggling() {
        toggles = true;
        return this;
    }

    /** Does something the first time, or a later one, when it comes to a step. */
    Plan at(Step where, String what, int when) {
        step = where;
        deed = what;
        time = when;
        return this;
    }

    /** Mails may follow each other so fast, whatever was promised. */
    public Plan window(Duration time) {
        window = time;
        return this;
    }

    /** Lacks a protection. */
    Plan sabotage(Sabotage what) {
        sabotage = what;
        return this;
    }

    /** Is started by another program, which watches it and has a hand in what the system answers. */
    Plan under(List<String> program) {
        watcher = program;
        return this;
    }

    List<String> watcher() {
        return watcher;
    }

    Orders orders(String name, Path journal, int smtpPort, Instant origin) {
        return new Orders(
                name,
                journal,
                store,
                smtpPort,
                origin,
                speed,
                gathering,
                window,
                flush,
                lease,
                answer,
                applications,
                PACE,
                toggles,
                seed,
                step,
                deed,
                time,
                sabotage);
    }
}
