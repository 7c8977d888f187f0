package dev.provisioning.notifications.simulation;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.SubscriptionSource;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.simulation.world.KeptLedgers;
import dev.provisioning.notifications.simulation.world.Sabotage;
import dev.provisioning.notifications.spi.Composer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.testkit.ForwardingStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ways to break what the promises rest on; each for one run. */
final class Saboteurs {
    private Saboteurs() {}

    /** A store that replaces a ledger whoever has changed it. */
    static final class NoComparison implements Sabotage {
        @Override
        public NotificationStore store(KeptLedgers ledgers) {
            return new ForwardingStore(ledgers) {
                @Override
                public boolean replace(Ledger expected, Ledger successor) {
                    ledgers.put(successor);
                    return true;
                }
            };
        }
    }

    /** A store that says it has kept a mark, and has not. */
    static final class UnkeptMark implements Sabotage {
        @Override
        public NotificationStore store(KeptLedgers ledgers) {
            return new ForwardingStore(ledgers) {
                @Override
                public boolean replace(Ledger expected, Ledger successor) {
                    return successor.slot().phase() == Phase.HANDED_OVER || super.replace(expected, successor);
                }
            };
        }
    }

    /** A store that has not kept the last change of each ledger when a node dies. */
    static final class Forgetful implements Sabotage {
        private final Map<AppId, Ledger> before = new HashMap<>();

        @Override
        public NotificationStore store(KeptLedgers ledgers) {
            return new ForwardingStore(ledgers) {
                @Override
                public boolean replace(Ledger expected, Ledger successor) {
                    boolean done = super.replace(expected, successor);
                    if (done) {
                        before.put(expected.app(), expected);
                    }
                    return done;
                }
            };
        }

        @Override
        public void died(KeptLedgers ledgers) {
            before.values().forEach(ledgers::put);
        }
    }

    /** A store that finds nothing due. */
    static final class NothingDue implements Sabotage {
        @Override
        public NotificationStore store(KeptLedgers ledgers) {
            return new ForwardingStore(ledgers) {
                @Override
                public List<AppId> due(Instant now, Instant horizon, int limit) {
                    return List.of();
                }
            };
        }
    }

    /** A transport that sends without passing the point of no return. */
    static final class NoPoint implements Sabotage {
        @Override
        public Transport transport(Transport honest) {
            return (mail, point) -> honest.deliver(mail, () -> {});
        }
    }

    /** A transport that passes the point of no return, and does not care whether it may. */
    static final class Heedless implements Sabotage {
        @Override
        public Transport transport(Transport honest) {
            return (mail, point) -> honest.deliver(mail, () -> {
                try {
                    point.pass();
                } catch (HandoverRefusedException e) {
                    return;
                }
            });
        }
    }

    /** A transport that takes a lost reply for a refusal. */
    static final class Hopeful implements Sabotage {
        @Override
        public Transport transport(Transport honest) {
            return (mail, point) -> {
                DeliveryResult result = honest.deliver(mail, point);
                return result instanceof DeliveryResult.InDoubt doubt
                        ? new DeliveryResult.Retry(doubt.fault(), null)
                        : result;
            };
        }
    }

    /** A composer that leaves an issue out. */
    static final class Discreet implements Sabotage {
        @Override
        public Composer composer(Composer honest) {
            return digest -> {
                Content content = honest.compose(digest);
                String text = content.text()
                        .lines()
                        .filter(line -> !line.startsWith("issue k2 "))
                        .collect(Collectors.joining("\n"));
                return new Content(content.subject(), text, null);
            };
        }
    }

    /** A subscription source that remembers its first answer for each application that is switched on. */
    static final class Stale implements Sabotage {
        private final Map<AppId, Subscription> first = new HashMap<>();

        @Override
        public SubscriptionSource subscriptions(SubscriptionSource honest) {
            return app -> {
                Subscription now = honest.subscription(app);
                return now.active() ? first.computeIfAbsent(app, unknown -> now) : first.getOrDefault(app, now);
            };
        }
    }

    /** A mail server that accepts each mail twice. */
    static final class Stammering implements Sabotage {
        @Override
        public int acceptances() {
            return 2;
        }
    }
}
