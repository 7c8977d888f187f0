package dev.provisioning.notifications.soak.child;

import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.testkit.ForwardingStore;

/** A store that does not keep its word, in one of the ways of {@link Sabotage}. */
final class FaithlessStore extends ForwardingStore {
    private final NotificationStore store;
    private final Sabotage sabotage;

    FaithlessStore(NotificationStore store, Sabotage sabotage) {
        super(store);
        this.store = store;
        this.sabotage = sabotage;
    }

    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        return switch (sabotage) {
            case FORGETS_MARKS -> successor.slot().phase() == Phase.HANDED_OVER || store.replace(expected, successor);
            case FORGETS_REPORTS ->
                successor.entries().size() > expected.entries().size() || store.replace(expected, successor);
            case COMPARES_NOTHING -> force(successor);
            case NONE, PASSES_NOTHING -> store.replace(expected, successor);
        };
    }

    private boolean force(Ledger wanted) {
        Ledger present = store.read(wanted.app());
        return store.replace(present, present.successor(wanted.slot(), wanted.entries(), wanted.lastMail()));
    }
}
