package dev.provisioning.notifications.soak.child;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which problems applications have in which of their cycles, the same for whoever asks: in every spell of four cycles one of ten
 * applications has between one and five.
 *
 * @param seed of what is random
 */
record Troubles(long seed) {
    private static final int SPELL = 4;
    private static final int ONE_IN = 10;
    private static final int MOST = 5;
    private static final int MOST_TIMES = 20;

    /** The keys of what is wrong with an application while a cycle looks at it. */
    Set<String> of(String app, long cycle) {
        return ofSpell(app, spell(app, cycle));
    }

    /** The keys of what was wrong with it in the spells before that. */
    Set<String> before(String app, long cycle) {
        Set<String> over = new LinkedHashSet<>();
        for (long spell = 0; spell < spell(app, cycle); spell++) {
            over.addAll(ofSpell(app, spell));
        }
        return over;
    }

    /** What a cycle meets, in its order: each problem up to twenty times. */
    List<String> met(String app, long cycle) {
        Random random = new Random(mixed(app, ~cycle));
        List<String> met = new ArrayList<>();
        for (String key : of(app, cycle)) {
            int times = 1 + random.nextInt(MOST_TIMES);
            IntStream.range(0, times).forEach(time -> met.add(random.nextInt(met.size() + 1), key));
        }
        return met;
    }

    private Set<String> ofSpell(String app, long spell) {
        Random random = new Random(mixed(app, spell));
        Set<String> keys = new LinkedHashSet<>();
        if (random.nextInt(ONE_IN) == 0) {
            IntStream.rangeClosed(1, 1 + random.nextInt(MOST)).forEach(i -> keys.add("t" + spell + "-" + i));
        }
        return keys;
    }

    /** Spells of different applications do not begin together. */
    private static long spell(String app, long cycle) {
        return (cycle + Math.floorMod(app.hashCode(), SPELL)) / SPELL;
    }

    private long mixed(String app, long number) {
        return (seed * 31 + app.hashCode()) * 1_000_003 + number;
    }
}
