package dev.provisioning.notifications.simulation.plan;

import java.util.List;
import java.util.SplittableRandom;

/** Chance, from a seed. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From 0 to one less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From one number to another, both of which are possible. */
    long from(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    int from(int least, int most) {
        return (int) from((long) least, most);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    long any() {
        return random.nextLong();
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    final <T> T of(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** A length of time: as likely of seconds as of minutes or hours. */
    long millis(long least, long most) {
        double low = StrictMath.log((double) Math.max(1, least));
        double high = StrictMath.log((double) most);
        return (long) StrictMath.exp(low + random.nextDouble() * (high - low));
    }
}
