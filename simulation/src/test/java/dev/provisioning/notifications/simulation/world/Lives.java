package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.NotificationPolicy;
import dev.provisioning.notifications.core.DailyPolicy;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.core.WhenInDoubt;
import dev.provisioning.notifications.simulation.plan.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The nodes: each has one {@link Life} after another, which begin with an empty memory and share what is kept in the store. */
final class Lives {
    private static final long BETWEEN_STARTS = 7_000 * World.MILLI;

    private final World world;
    private final Setting setting;
    private final Sabotage sabotage;
    private final Administrators administrators;
    private final KeptLedgers ledgers;
    private final @Nullable Life[] lives;
    private int born;

    Lives(World world, Setting setting, Sabotage sabotage, Administrators administrators) {
        this.world = world;
        this.setting = setting;
        this.sabotage = sabotage;
        this.administrators = administrators;
        this.ledgers = new KeptLedgers(Duration.ofMinutes(setting.pollMinutes()), setting.durable());
        this.lives = new Life[setting.nodes()];
    }

    /** The present or the last one of a node; none before the first. */
    @Nullable
    Life of(int node) {
        return lives[node];
    }

    void startOneByOne() {
        for (int node = 0; node < lives.length; node++) {
            startLater(node, node * BETWEEN_STARTS);
        }
    }

    /** Those that are dead. */
    void startAll() {
        for (int node = 0; node < lives.length; node++) {
            start(node);
        }
    }

    private void startLater(int node, long nanos) {
        world.agenda().at(world.agenda().now() + nanos, () -> start(node));
    }

    private void start(int node) {
        Life before = lives[node];
        if (before == null || before.isDead()) {
            Life life = new Life(world, node);
            lives[node] = life;
            world.trace("node " + node + " starts");
            life.begin(notifier(life, node));
        }
    }

    private Notifier notifier(Life life, int node) {
        LifeClock clock = new LifeClock(world, node);
        List<String> zonesTold = new ArrayList<>();
        return Notifier.builder()
                .transport(sabotage.transport(new MailDoor(world, life, clock, zonesTold)))
                .subscriptions(sabotage.subscriptions(app -> administrators.tell(life, world.number(app), zonesTold)))
                .policy(policy())
                .store(new StoreDoor(world, life, sabotage.store(ledgers)))
                .composer(sabotage.composer(new ListingComposer(world)))
                .whenInDoubt(WhenInDoubt.valueOf(setting.inDoubt().name()))
                .listener(new Ears(world))
                .clock(clock)
                .scheduler(life)
                .executor(life::execute)
                .random(new SplittableRandom(setting.seedOfNodes() + 31L * node + 1_009L * born++))
                .nodeId("node" + node)
                .flushInterval(Duration.ofSeconds(setting.flushSeconds()))
                .closeTimeout(Duration.ZERO)
                .maxIssuesPerApplication(setting.maxIssues())
                .mailsPerSecond(setting.mailsPerSecond())
                .build();
    }

    private NotificationPolicy policy() {
        DailyPolicy.Builder policy = DailyPolicy.builder().spread(Duration.ofMinutes(setting.spreadMinutes()));
        return switch (setting.window()) {
            case DAY -> policy.build();
            case DAY_AND_GAP -> policy.minimumGap(Duration.ofHours(6)).build();
            case ROLLING -> policy.rolling(Duration.ofHours(24)).build();
        };
    }

    void crash(int node, long downMillis) {
        Life life = lives[node];
        if (life != null && !life.isDead()) {
            world.trace("node " + node + " dies");
            world.tally().count("node: dies");
            life.die(false);
            sabotage.died(ledgers);
            startLater(node, downMillis * World.MILLI);
        }
    }

    void stop(int node, long millis) {
        Life life = lives[node];
        if (life == null || life.isDead()) {
            return;
        }
        world.trace("node " + node + " stands still");
        world.tally().count("node: stands still");
        world.stopped(life, true);
        life.hold();
        world.agenda().at(world.agenda().now() + millis * World.MILLI, () -> {
            world.trace("node " + node + " goes on");
            life.letGo();
            world.stopped(life, life.isHeld());
        });
    }

    void restart(int node, long downMillis) {
        Life life = lives[node];
        if (life != null) {
            world.trace("node " + node + " is closed");
            world.tally().count("node: is closed");
            world.engines().close(life);
            startLater(node, downMillis * World.MILLI);
        }
    }
}
