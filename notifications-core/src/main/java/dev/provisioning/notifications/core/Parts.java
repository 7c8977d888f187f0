package dev.provisioning.notifications.core;

import dev.provisioning.notifications.NotificationPolicy;
import dev.provisioning.notifications.spi.Scheduler;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** What a notifier is made of: the host's parts, each made safe to use, and the machine that they drive. */
record Parts(
        Courier courier,
        Subscriptions subscriptions,
        NotificationPolicy policy,
        SlotMachine machine,
        WatchedStore store,
        Screen screen,
        Editor editor,
        Listeners listeners,
        Clock clock,
        Scheduler scheduler,
        Executor executor,
        RandomGenerator random,
        String nodeId,
        Limits limits) {}
