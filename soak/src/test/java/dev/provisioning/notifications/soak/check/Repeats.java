package dev.provisioning.notifications.soak.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What mails have named before, in the order of their slots. */
final class Repeats {
    private final Map<String, Long> told = new HashMap<>();

    void add(ReadMail mail, Consumer<Violation> found) {
        for (Told issue : mail.issues()) {
            Long before = told.put(mail.app() + " " + issue.key(), issue.count());
            if (before != null && before == issue.count() && !issue.perhaps()) {
                found.accept(new Violation(
                        Violation.Kind.REPEATED,
                        issue.key() + " with " + issue.count() + " reports, again in slot " + mail.slot() + " of "
                                + mail.app()));
            }
        }
    }
}
