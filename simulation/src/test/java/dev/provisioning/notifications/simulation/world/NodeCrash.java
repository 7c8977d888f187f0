package dev.provisioning.notifications.simulation.world;

import java.io.Serial;

/** A node has died: this takes whatever it was doing off the stack. An error that no part of a notifier catches. */
final class NodeCrash extends Error {
    @Serial
    private static final long serialVersionUID = 1L;

    NodeCrash() {
        super("the node has died", null, false, false);
    }
}
