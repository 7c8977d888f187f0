package dev.provisioning.notifications.spi;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a store keeps about one application: its slot, and an entry for each issue that matters. Immutable and
 * thread-safe.
 *
 * <p>The <em>revision</em> grows by one with every change, and never restarts; a store replaces a ledger only by its
 * direct successor. So one comparison of revisions stands for every comparison of phase, slot and token, and the
 * revision is also the version that entries carry.
 *
 * @param app which application
 * @param revision how often the ledger was changed
 * @param slot the application's slot
 * @param entries what is known of its issues, by key
 * @param lastMail the mail that used the previous slot; null if there was none
 */
public record Ledger(
        AppId app,
        long revision,
        Slot slot,
        Map<String, Entry> entries,
        @Nullable SentMail lastMail) {
    /** Makes a ledger. */
    public Ledger {
        Objects.requireNonNull(app, "ledger.app");
        Objects.requireNonNull(slot, "ledger.slot");
        entries = Map.copyOf(entries);
    }

    /**
     * The ledger of an application that nothing was ever reported of.
     *
     * @param app which application
     * @return an empty ledger of revision 0
     */
    public static Ledger empty(AppId app) {
        return new Ledger(app, 0, Slot.FIRST, Map.of(), null);
    }

    /**
     * The direct successor of this ledger.
     *
     * @param slot its slot
     * @param entries its entries
     * @param lastMail the mail that used the previous slot
     * @return a ledger of the next revision
     */
    public Ledger successor(Slot slot, Map<String, Entry> entries, @Nullable SentMail lastMail) {
        return new Ledger(app, revision + 1, slot, entries, lastMail);
    }

    /**
     * The direct successor of this ledger that differs in the slot only.
     *
     * @param next its slot
     * @return a ledger of the next revision
     */
    public Ledger successor(Slot next) {
        return successor(next, entries, lastMail);
    }

    /** {@return the entries that are to be named in the next mail} */
    public Collection<Entry> held() {
        return entries.values().stream().filter(Entry::isHeld).toList();
    }

    /** {@return whether any entry is to be named in the next mail} */
    public boolean holdsAnything() {
        return entries.values().stream().anyMatch(Entry::isHeld);
    }

    /**
     * Tells how urgent the next mail is: among applications that are due, the most urgent go first.
     *
     * @return the worst severity of what is held; the least there is if nothing is
     */
    public Severity urgency() {
        return entries.values().stream()
                .filter(Entry::isHeld)
                .map(Entry::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.INFO);
    }
}
