/**
 * The library at work: a {@link dev.provisioning.notifications.core.Notifier} takes reports, holds them in the ledger of
 * their application, and sends one mail per slot when the policy says that it is due.
 *
 * <p>Inside, {@code SlotMachine} says what may happen next as pure functions of a ledger; {@code Intake} (reports) and
 * {@code Dispatcher} (mails) carry it out against store, composer and transport.
 */
@NullMarked
package dev.provisioning.notifications.core;

import org.jspecify.annotations.NullMarked;
