/**
 * An engine reports an {@link dev.provisioning.notifications.Issue} to an
 * {@link dev.provisioning.notifications.IssueSink}; at most once a day a
 * {@link dev.provisioning.notifications.Transport} carries one
 * {@link dev.provisioning.notifications.Notification} about it to whoever the
 * {@link dev.provisioning.notifications.Subscription} names.
 */
@NullMarked
package dev.provisioning.notifications;

import org.jspecify.annotations.NullMarked;
