/**
 * Transports made of other transports: one that {@linkplain dev.provisioning.notifications.core.transport.FailoverTransport
 * tries the next}, one that {@linkplain dev.provisioning.notifications.core.transport.RoutingTransport chooses by the kind
 * of recipient}, and one that {@linkplain dev.provisioning.notifications.core.transport.RedirectTransport keeps staging
 * from writing to anybody real}.
 */
@NullMarked
package dev.provisioning.notifications.core.transport;

import org.jspecify.annotations.NullMarked;
