package dev.provisioning.notifications.core;

import dev.provisioning.notifications.spi.Ledger;

/**
 * What the slot machine answers: the ledger as it shall be, which is the old one itself if nothing is to change, and what
 * that means to whoever asked.
 */
record Step<T>(Ledger ledger, T answer) {}
