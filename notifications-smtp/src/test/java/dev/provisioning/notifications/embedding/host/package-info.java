/**
 * A program that embeds the transport, and watches it. Runs also where nothing is but the library: in Java machines and
 * class loaders of its own.
 */
@NullMarked
package dev.provisioning.notifications.embedding.host;

import org.jspecify.annotations.NullMarked;
