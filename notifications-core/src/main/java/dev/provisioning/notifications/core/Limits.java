package dev.provisioning.notifications.core;

import java.time.Duration;

/** The bounds that a notifier works within. */
record Limits(
        Duration flushInterval,
        Duration deliveryTimeout,
        Duration closeTimeout,
        int maxKnown,
        int maxBuffered,
        int maxDeliveries,
        int mailsPerSecond) {}
