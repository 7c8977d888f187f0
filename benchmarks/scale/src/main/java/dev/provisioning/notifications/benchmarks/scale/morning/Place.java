package dev.provisioning.notifications.benchmarks.scale.morning;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.benchmarks.process.Meter;
import dev.provisioning.notifications.benchmarks.scale.memory.Heap;
import dev.provisioning.notifications.benchmarks.store.medium.Engine;
import dev.provisioning.notifications.benchmarks.store.medium.Medium;
import dev.provisioning.notifications.spi.NotificationStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Where mornings happen: the stores of all nodes in one place, and who is due in it. */
final class Place implements AutoCloseable {
    private static final int FASTEST = 10_000;
    private static final double MEBIBYTE = 1 << 20;

    private final Engine engine;
    private final Medium medium;
    private final MorningPlan plan;
    private final List<NotificationStore> stores = new ArrayList<>();
    private final DueCrowd crowd;

    Place(Engine engine, Medium medium, MorningPlan plan) {
        this.engine = engine;
        this.medium = medium;
        this.plan = plan;
        stores.add(medium.open());
        int most = nodes().get(nodes().size() - 1);
        while (stores.size() < most) {
            stores.add(medium.openOnNode());
        }
        crowd = new DueCrowd(stores.get(0));
    }

    /** How many nodes there may be. */
    List<Integer> nodes() {
        return engine == Engine.SQLITE ? List.of(1) : plan.nodes();
    }

    Step step(int due) throws InterruptedException, ExecutionException {
        crowd.fill(due);
        return Step.measure(engine, due, stores.get(0));
    }

    /** What the applications take, those included whose mail has left. */
    Occupied occupied() throws IOException, SQLException {
        return new Occupied(engine, crowd.size(), medium.bytes());
    }

    Morning morning(int due, int nodes) throws IOException, SQLException, InterruptedException, ExecutionException {
        crowd.fill(due);
        Set<AppId> urgent = crowd.addUrgent(plan.urgent());
        int mails = Math.min(plan.mails(), due + plan.urgent());
        int tenth = mails / 10;
        Arrivals arrivals = new Arrivals(urgent);
        long commits = medium.commits();
        Meter before = Meter.read();
        double heapFirst;
        try (Shift shift = new Shift(stores.subList(0, nodes), FASTEST, arrivals)) {
            shift.await(tenth);
            heapFirst = Heap.live() / MEBIBYTE;
            shift.await(mails);
        }
        int count = arrivals.count();
        crowd.haveLeft(count);
        return new Morning(
                engine,
                nodes,
                due,
                mails,
                arrivals.perSecond(tenth, mails),
                Meter.read().since(before).cpuNanos() / 1e6 / count,
                (medium.commits() - commits) / (double) count,
                heapFirst,
                Heap.live() / MEBIBYTE,
                plan.urgent(),
                arrivals.urgentCount(),
                arrivals.urgentPlace());
    }

    Capped capped() throws InterruptedException, ExecutionException {
        int mails = plan.cappedPerSecond() * plan.cappedSeconds();
        crowd.fill(mails);
        Arrivals arrivals = new Arrivals(Set.of());
        try (Shift shift = new Shift(stores.subList(0, 1), plan.cappedPerSecond(), arrivals)) {
            shift.await(mails);
        }
        crowd.haveLeft(arrivals.count());
        return new Capped(plan.cappedPerSecond(), arrivals.mostInASecond(), arrivals.count());
    }

    @Override
    public void close() {
        stores.forEach(NotificationStore::close);
    }
}
