/**
 * What a store and a composer implement: the {@link dev.provisioning.notifications.spi.Ledger} of an
 * application is kept by a {@link dev.provisioning.notifications.spi.NotificationStore}, and a
 * {@link dev.provisioning.notifications.spi.Composer} turns a
 * {@link dev.provisioning.notifications.spi.Digest} of it into words.
 */
@NullMarked
package dev.provisioning.notifications.spi;

import org.jspecify.annotations.NullMarked;
