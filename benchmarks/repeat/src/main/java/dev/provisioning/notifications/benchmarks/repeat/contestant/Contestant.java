package dev.provisioning.notifications.benchmarks.repeat.contestant;

import java.util.Arrays;
import java.util.List;

/** Who takes part, in the order of the tables. */
public enum Contestant {
    /** This library. */
    OWN("`Notifier.report`", "notifications", Role.OWN),
    /** What is the least for whoever counts repeats. */
    COUNTING_MAP("bare map, counting", "bare map, counting", Role.FLOOR),
    /** What is the least. */
    BARE_MAP("bare map", "bare map", Role.FLOOR),
    /** A counter that many threads can add to at once. */
    ADDING_MAP("bare map, `LongAdder`", "bare map, adding", Role.FLOOR),
    /** A cache that forgets after a day. */
    CAFFEINE("Caffeine", "Caffeine", Role.PEER),
    /** A bucket for each application. */
    BUCKET4J("Bucket4j", "Bucket4j", Role.PEER),
    /** A limiter for each application. */
    RESILIENCE4J("Resilience4j", "Resilience4j", Role.PEER),
    /** Another limiter for each application. */
    GUAVA("Guava `RateLimiter`", "Guava", Role.PEER),
    /** A log's filter. */
    LOGBACK("Logback `DuplicateMessageFilter`", "Logback", Role.PEER),
    /** What is written first. */
    SYNCHRONIZED_MAP("`synchronized` map", "synchronized map", Role.PEER);

    private enum Role {
        OWN,
        PEER,
        FLOOR
    }

    private final String label;
    private final String name;
    private final Role role;

    Contestant(String label, String name, Role role) {
        this.label = label;
        this.name = name;
        this.role = role;
    }

    /** {@return what others would use in place of this library} */
    public static List<Contestant> peers() {
        return Arrays.stream(values())
                .filter(contestant -> contestant.role == Role.PEER)
                .toList();
    }

    /** {@return its name in a table} */
    public String label() {
        return label;
    }

    /** {@return its name in a picture} */
    public String plainName() {
        return name;
    }

    /** {@return whether it does less than anybody needs, as a bound} */
    public boolean isFloor() {
        return role == Role.FLOOR;
    }

    /**
     * Sets it up as its documentation says.
     *
     * @param applications of how many applications it will hear
     * @return a filter that knows of nothing
     */
    public RepeatFilter filter(int applications) {
        return switch (this) {
            case OWN -> new OwnNotifier();
            case COUNTING_MAP -> new CountingMap();
            case BARE_MAP -> new BareMap();
            case ADDING_MAP -> new AddingMap();
            case CAFFEINE -> new CaffeineCache();
            case BUCKET4J -> new Buckets();
            case RESILIENCE4J -> new Limiters();
            case GUAVA -> new GuavaLimiters();
            case LOGBACK -> new LogbackFilter(applications);
            case SYNCHRONIZED_MAP -> new SynchronizedMap();
        };
    }
}
