package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.spi.Ledger;

/**
 * One claim of a slot by this node.
 *
 * @param token the token of the claim
 * @param cut the ledger as it was when the slot was claimed: what the mail is composed from
 * @param newest the ledger as this node has made it last: what the next step is tried from, without reading it again
 */
record Attempt(String token, Ledger cut, Ledger newest) {
    static Attempt claimed(String token, Ledger cut) {
        return new Attempt(token, cut, cut);
    }

    Attempt goneOn(Ledger made) {
        return new Attempt(token, cut, made);
    }

    AppId app() {
        return cut.app();
    }

    long slot() {
        return cut.slot().number();
    }

    /** How often the slot's mail was tried, this time included. */
    int number() {
        return cut.slot().attempts();
    }
}
