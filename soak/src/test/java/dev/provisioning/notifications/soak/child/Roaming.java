package dev.provisioning.notifications.soak.child;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** One thread of the engine: reports new issues, repeats and resolves its own, all at random. */
final class Roaming implements Work {
    private static final int REMEMBERED = 8;

    private final Orders orders;
    private final Engine engine;
    private final int number;
    private final Random random;
    private final Map<String, Deque<String>> recent = new HashMap<>();
    private int reported;
    private volatile boolean over;

    Roaming(Orders orders, Engine engine, int number) {
        this.orders = orders;
        this.engine = engine;
        this.number = number;
        this.random = new Random(orders.seed() + number);
    }

    @Override
    public void end() {
        over = true;
    }

    @Override
    public void run() {
        while (!over) {
            act();
            LockSupport.parkNanos((long) (orders.pace().toNanos() * 2 * random.nextDouble()));
        }
    }

    private void act() {
        List<String> applications = orders.applications();
        String app = applications.get(random.nextInt(applications.size()));
        Deque<String> keys = recent.computeIfAbsent(app, any -> new ArrayDeque<>());
        int dice = random.nextInt(100);
        if (orders.toggles() && number == 0 && dice < 2) {
            toggle(applications.get(applications.size() - 1));
        } else if (dice < 60 || keys.isEmpty()) {
            engine.report(app, fresh(keys));
        } else if (dice < 90) {
            engine.report(app, any(keys));
        } else {
            engine.resolve(app, keys.removeFirst());
        }
    }

    private void toggle(String app) {
        if (engine.isOff(app)) {
            engine.switchOn(app);
        } else {
            engine.switchOff(app);
        }
    }

    private String fresh(Deque<String> keys) {
        reported++;
        String key = orders.name() + "-" + number + "-" + reported;
        keys.addLast(key);
        if (keys.size() > REMEMBERED) {
            keys.removeFirst();
        }
        return key;
    }

    private String any(Deque<String> keys) {
        return List.copyOf(keys).get(random.nextInt(keys.size()));
    }
}
