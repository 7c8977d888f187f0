package dev.provisioning.notifications.soak.load;

import dev.provisioning.notifications.soak.Plan;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much is done, and how fast. Real load is that of an engine with 2,000 applications, each of which it looks at every 40
 * minutes; at any time one of ten has between one and five problems, and a cycle meets each of these up to twenty times. That
 * is about a cycle in 1.2 seconds, and three reports a second. Here all nodes go by a clock that runs so many times as fast,
 * so everything comes so many times as often: cycles, reports, flushes, polls and retries. What comes even more often is a
 * mail: a window is an hour by that clock, not a day.
 *
 * @param speed how many times real load
 * @param applications how many
 * @param time how long it lasts, in reality
 * @param between how long it takes from one sample to the next, in reality
 * @param slack how many times as much as {@link LeakJudge} allows may come to be used: more than one only where the time is too
 *     short for a process to come to rest
 */
record Load(int speed, int applications, Duration time, Duration between, int slack) {
    /** How many nodes there are. */
    static final int NODES = 3;

    /** The least time between two mails about an application, by the quick clock, as all that follow. */
    static final Duration WINDOW = Duration.ofHours(1);

    /** How long it takes until an application is looked at again. */
    static final Duration CYCLE = Duration.ofMinutes(40);

    /** How long a delivery may take until another node takes over: the default of the library. */
    static final Duration LEASE = Duration.ofMinutes(20);

    private static final Duration ANSWER = Duration.ofMinutes(5);

    /** At the end, a clock that runs on at a multiple of the speed brings the next day at once. */
    private static final int HASTE = 6;

    /** Twenty times real load for so many minutes; or, for none, what fits into ten seconds. */
    static Load ofMinutes(int minutes) {
        return minutes > 0
                ? new Load(20, 2_000, Duration.ofMinutes(minutes), Duration.ofSeconds(10), 1)
                : new Load(240, 600, Duration.ofSeconds(10), Duration.ofMillis(500), 10);
    }

    /** How long something takes in reality that takes so long by the quick clock. */
    Duration real(Duration quick) {
        return quick.dividedBy(speed);
    }

    /** How a node is started, with the default times of library and transport. */
    Plan plan(Plan plan) {
        return plan.speed(speed)
                .applications(names())
                .gathering(Duration.ofMinutes(1))
                .window(WINDOW)
                .flush(Duration.ofSeconds(2))
                .lease(LEASE)
                .answer(ANSWER);
    }

    /** How the one is started that sends what is left, for which a day has passed. */
    Plan lastPlan(Plan plan) {
        return plan(plan).speed(speed * HASTE).lease(LEASE.multipliedBy(HASTE)).answer(ANSWER.multipliedBy(HASTE));
    }

    private List<String> names() {
        return IntStream.range(0, applications).mapToObj(i -> "a" + i).toList();
    }
}
