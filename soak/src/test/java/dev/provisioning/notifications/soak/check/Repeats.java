package dev.provisioning.notifications.soak.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What mails have named before, in the order of their slots. */
final class Repeats {
    private final Map<String, Long> told = new HashMap<>();
    private final Set<String> resolved;

    /** Of what was resolved by anybody nobody can say whether it was reported anew. */
    Repeats(Set<String> resolved) {
        this.resolved = resolved;
    }

    void add(ReadMail mail, Consumer<Violation> found) {
        for (Told issue : mail.issues()) {
            String name = mail.app() + " " + issue.key();
            Long before = told.put(name, issue.count());
            if (before != null && before == issue.count() && !issue.perhaps() && !resolved.contains(name)) {
                found.accept(new Violation(
                        Violation.Kind.REPEATED,
                        issue.key() + " with " + issue.count() + " reports, again in slot " + mail.slot() + " of "
                                + mail.app()));
            }
        }
    }
}
