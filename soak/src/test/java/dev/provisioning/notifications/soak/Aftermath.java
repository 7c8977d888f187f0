package dev.provisioning.notifications.soak;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.jdbc.JdbcNotificationStore;
import dev.provisioning.notifications.soak.check.ReadMail;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a process had said when the power was lost, and what is missing of it in the store that is left. Of a process that neither
 * resolves anything nor switches anything off.
 */
final class Aftermath {
    private final List<ReadMail> mails;
    private final Map<String, Long> acknowledged = new TreeMap<>();
    private final Map<String, Long> marked = new TreeMap<>();

    /**
     * Reads what was said.
     *
     * @param said the journal, as far as it goes
     * @param mails all that the mail server has accepted, also later
     */
    Aftermath(String said, List<ReadMail> mails) {
        this.mails = mails;
        said.lines()
                .map(line -> line.split(" "))
                .filter(words -> words.length > 3)
                .forEach(this::read);
    }

    private void read(String... words) {
        String issue = words[2] + " " + words[3];
        switch (words[1]) {
            case "answered" -> {
                if (words[4].equals("HELD")) {
                    acknowledged.merge(issue, 1L, Math::max);
                }
            }
            case "stored" -> acknowledged.merge(issue, Long.parseLong(words[4]), Math::max);
            case "passed" ->
                marked.merge(words[2], Long.parseLong(words[3].substring(words[3].indexOf('.') + 1)), Math::max);
            default -> {}
        }
    }

    /** How much the process had promised. */
    int promises() {
        return acknowledged.size() + marked.size();
    }

    /** What the store has lost of it. */
    List<String> missing(Path file) {
        List<String> missing = new ArrayList<>();
        if (promises() == 0) {
            return missing;
        }
        try (NotificationStore store = JdbcNotificationStore.file(file)) {
            marked.forEach((app, slot) -> {
                if (isOpen(ledger(store, app), slot)) {
                    missing.add("the mark of slot " + slot + " of " + app);
                }
            });
            acknowledged.forEach((issue, count) -> {
                if (!isKnown(store, issue, count)) {
                    missing.add(issue + " with " + count + " reports");
                }
            });
        } catch (StoreException e) {
            missing.add("the store: " + e.getMessage());
        }
        return missing;
    }

    /** Whether a second mail of a slot could leave. */
    private static boolean isOpen(Ledger ledger, long slot) {
        long present = ledger.slot().number();
        return present < slot || (present == slot && ledger.slot().phase() != Phase.HANDED_OVER);
    }

    private boolean isKnown(NotificationStore store, String issue, long count) {
        String app = issue.substring(0, issue.indexOf(' '));
        String key = issue.substring(app.length() + 1);
        Entry entry = ledger(store, app).entries().get(key);
        boolean held = entry != null && entry.isHeld() && entry.count() >= count;
        return held || mails.stream().anyMatch(mail -> tells(mail, app, key, count));
    }

    private boolean tells(ReadMail mail, String app, String key, long count) {
        return mail.app().equals(app)
                && mail.slot() <= marked.getOrDefault(app, 0L)
                && mail.issues().stream().anyMatch(told -> told.key().equals(key) && told.count() >= count);
    }

    private static Ledger ledger(NotificationStore store, String app) {
        return store.read(AppId.of("soak", app));
    }
}
