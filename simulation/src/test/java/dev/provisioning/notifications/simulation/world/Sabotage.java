package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.SubscriptionSource;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.NotificationStore;

/** What is broken on purpose, to see that it is found. By default, nothing. */
public interface Sabotage {
    /** Nothing is broken. */
    Sabotage NONE = new Sabotage() {};

    /** The store, as nodes get it. */
    default NotificationStore store(KeptLedgers ledgers) {
        return ledgers;
    }

    /** A node's transport. */
    default Transport transport(Transport honest) {
        return honest;
    }

    /** A node's composer. */
    default Composer composer(Composer honest) {
        return honest;
    }

    /** Where a node asks what administrators have set. */
    default SubscriptionSource subscriptions(SubscriptionSource honest) {
        return honest;
    }

    /** How often the mail server accepts what it accepts. */
    default int acceptances() {
        return 1;
    }

    /** A node has died. */
    default void died(KeptLedgers ledgers) {}
}
