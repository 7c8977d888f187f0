package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.simulation.plan.Effect;
import dev.provisioning.notifications.simulation.plan.Element.AtEffect;
import dev.provisioning.notifications.simulation.plan.StoreTrouble;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One life's way to the store, on which it is hit as planned. While it is here it can do nothing else. */
final class StoreDoor implements NotificationStore {
    private final World world;
    private final Life life;
    private final NotificationStore store;

    /** One for all, because a trace for each would take most of the time of an outage. */
    private final StoreException trouble = new StoreException("as planned", null);

    StoreDoor(World world, Life life, NotificationStore store) {
        this.world = world;
        this.life = life;
        this.store = store;
    }

    @Override
    public Ledger read(AppId app) {
        return through(Effect.READ, app, () -> store.read(app));
    }

    @Override
    public boolean replace(Ledger expected, Ledger successor) {
        Effect effect = Effects.of(expected, successor);
        return through(effect, expected.app(), () -> replace(expected, successor, effect));
    }

    @Override
    public List<AppId> due(Instant now, Instant horizon, int limit) {
        return through(Effect.DUE, null, () -> store.due(now, horizon, limit));
    }

    @Override
    public Optional<Instant> nextDue(Instant now) {
        return through(Effect.NEXT_DUE, null, () -> store.nextDue(now));
    }

    @Override
    public Optional<Duration> pollInterval() {
        return store.pollInterval();
    }

    @Override
    public boolean isDurable() {
        return store.isDurable();
    }

    @Override
    public Clock clock(Clock own) {
        return own; // which says what the store's does, if that has one
    }

    private boolean replace(Ledger expected, Ledger successor, Effect effect) {
        boolean done = store.replace(expected, successor);
        if (done) {
            world.tally().changed(expected.slot().phase(), successor.slot().phase());
            world.tally().done(effect);
        } else {
            world.tally().count("store: somebody else was faster");
        }
        if (world.isTraced()) {
            Phase to = successor.slot().phase();
            world.trace("node " + life.node() + ": " + effect + " of "
                    + expected.app().name() + ", " + to + ", revision " + successor.revision()
                    + (done ? "" : ", which has changed"));
        }
        return done;
    }

    private <T> T through(Effect effect, @Nullable AppId app, Supplier<T> operation) {
        life.requireAlive();
        AtEffect planned = world.troubles().next(life.node(), effect);
        if (world.troubles().storeIsOut(life.node())) {
            world.tally().count("store: out of reach");
            throw trouble();
        }
        if (planned == null) {
            return operation.get();
        }
        if (world.isTraced()) {
            world.trace("node " + life.node() + ": " + planned.what() + " at " + effect);
        }
        world.tally().hit(effect, planned.what());
        life.hold();
        try {
            return hit(planned, app == null ? 0 : world.number(app), operation);
        } finally {
            life.letGo();
        }
    }

    private <T> T hit(AtEffect planned, int app, Supplier<T> operation) {
        switch (planned.what()) {
            case FAILS -> throw trouble();
            case COMMIT_LOST -> {
                lose(Objects.requireNonNull(operation.get()));
                throw trouble();
            }
            case COMMIT_LATE -> {
                later(planned, operation);
                throw trouble();
            }
            case CRASH_BEFORE -> throw crash(planned);
            case CRASH_LATE -> {
                later(planned, operation);
                throw crash(planned);
            }
            case CRASH_AFTER -> {
                lose(Objects.requireNonNull(operation.get()));
                throw crash(planned);
            }
            case STOP_BEFORE -> {
                stop(planned, app);
                return operation.get();
            }
            case STOP_AFTER -> {
                T result = operation.get();
                stop(planned, app);
                return result;
            }
        }
        throw new IllegalStateException("no such trouble: " + planned.what());
    }

    /** Nobody hears what an operation has answered. */
    private void lose(Object answer) {
        if (world.isTraced()) {
            world.trace("node " + life.node() + " does not hear the "
                    + answer.getClass().getSimpleName());
        }
    }

    private void stop(AtEffect planned, int app) {
        world.stopped(life, true);
        world.meanwhile(planned.meanwhile(), app, planned.millis());
        world.stopped(life, life.isHeldBeside());
        life.requireAlive();
    }

    private <T> void later(AtEffect planned, Supplier<T> operation) {
        world.agenda()
                .at(
                        world.agenda().now() + planned.millis() * World.MILLI,
                        () -> world.tally()
                                .count(
                                        Boolean.TRUE.equals(operation.get())
                                                ? "store: late commit holds"
                                                : "store: late commit fails"));
    }

    private NodeCrash crash(AtEffect planned) {
        boolean late = planned.what() == StoreTrouble.CRASH_LATE;
        world.crash(life.node(), late ? World.MINUTE_MILLIS : planned.millis());
        return new NodeCrash();
    }

    private StoreException trouble() {
        world.disturbed(life.node());
        return trouble;
    }
}
