package dev.provisioning.notifications.soak.child;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Cycle;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Resolution;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.spi.StoreException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reports, resolves, switches off and on; and notes each before it is done, and what was answered. */
final class Engine {
    private final Journal journal;
    private final Set<String> off = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Notifier> notifier = new AtomicReference<>();

    Engine(Journal journal) {
        this.journal = journal;
    }

    /** Reports go here from now on. */
    void use(Notifier sink) {
        notifier.set(sink);
    }

    static AppId app(String name) {
        return AppId.of("soak", name);
    }

    Subscription subscription(AppId app) {
        return off.contains(app.name())
                ? Subscription.off()
                : Subscription.builder(app.name())
                        .recipient(app.name() + "@example.com")
                        .build();
    }

    void report(String app, String key) {
        report(notifier()::report, app, key);
    }

    /**
     * Looks at an application: reports what is met, some of it more than once, and so resolves what is over. A look that is found
     * to be late resolves nothing.
     */
    void lookAt(String app, List<String> met, Set<String> over, BooleanSupplier late) {
        try (Cycle cycle = notifier().beginCycle(app(app))) {
            if (!late.getAsBoolean()) {
                met.forEach(key -> report(cycle::report, app, key));
                over.forEach(key -> journal.note(Note.RESOLVING, app, key));
                cycle.complete();
            }
        }
        journal.note(Note.LOOKED, app);
    }

    /** Looks at an application without resolving anything. */
    void lookAt(String app, List<String> met) {
        met.forEach(key -> report(app, key));
        journal.note(Note.LOOKED, app);
    }

    private void report(Function<Issue, Disposition> sink, String app, String key) {
        Issue issue = Issue.builder(app(app), IssueKind.TARGET_UNREACHABLE)
                .key(key)
                .summary("Problem " + key)
                .build();
        journal.note(Note.REPORTING, app, key);
        Disposition answer = sink.apply(issue);
        journal.note(Note.ANSWERED, app, key, answer);
    }

    void resolve(String app, String key) {
        journal.note(Note.RESOLVING, app, key);
        Resolution answer = notifier().resolve(app(app), key);
        journal.note(Note.RESOLVED, app, key, answer);
    }

    void switchOff(String app) {
        journal.note(Note.SWITCHING_OFF, app);
        off.add(app);
        try {
            notifier().deactivate(app(app));
            journal.note(Note.OFF, app);
        } catch (StoreException e) {
            // It is noted already that the store has failed; that it is off is then not certain.
        }
    }

    void switchOn(String app) {
        journal.note(Note.SWITCHING_ON, app);
        off.remove(app);
    }

    boolean isOff(String app) {
        return off.contains(app);
    }

    private Notifier notifier() {
        return Objects.requireNonNull(notifier.get(), "notifier");
    }
}
