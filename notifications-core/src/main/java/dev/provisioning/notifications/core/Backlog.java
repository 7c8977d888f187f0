package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The next of what is due, as the store has told them a moment ago: many at a time, so that a mail does not cost a question of
 * its own. What is thrown away of it is still due, and told again.
 *
 * <p>It is worked off in the order of the store. Where another node turns out to do the same it begins anywhere, so that both
 * seldom want the same. Not thread-safe.
 */
final class Backlog {
    /** Something more urgent that comes waits no longer than this. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** So long others are taken to be about after one was. */
    private static final Duration CONTESTED = Duration.ofMinutes(1);

    private static final Duration ASIDE = Duration.ofMinutes(1);
    private static final int ROUNDS = 16;
    private static final int MOST = 1_000;

    private final Parts parts;
    private final int size;
    private final Deque<AppId> waiting = new ArrayDeque<>();

    /** Applications whose slot could not be claimed, and until when they stand aside for others. */
    private final Map<AppId, Instant> aside = new HashMap<>();

    /** By the time of the scheduler, which no clock that is set moves. */
    private long askedAtNanos;

    private Instant contestedUntil = Instant.MIN;

    Backlog(Parts parts) {
        this.parts = parts;
        this.size = Math.min(ROUNDS * parts.limits().maxDeliveries(), MOST);
    }

    /**
     * Asks the store, if nothing is left, or was told too long ago.
     *
     * @param sending of how many applications the store may tell though they are being sent
     * @return whether the store was asked, and has told all that is due
     */
    boolean refresh(Instant now, int sending) {
        aside.values().removeIf(until -> !until.isAfter(now) || until.isAfter(now.plus(ASIDE)));
        if (!waiting.isEmpty() && isFresh()) {
            return false;
        }
        int limit = size + sending + aside.size();
        waiting.clear();
        askedAtNanos = parts.scheduler().nanoTime();
        List<AppId> due = new ArrayList<>(parts.store().due(now, parts.machine().horizon(now), limit));
        if (isContested(now) && !due.isEmpty()) {
            Collections.rotate(due, parts.random().nextInt(due.size()));
        }
        waiting.addAll(due);
        return due.size() < limit;
    }

    /** The first that can begin; those before it are left to the next time that the store is asked. */
    Optional<AppId> first(Predicate<AppId> canBegin) {
        while (!waiting.isEmpty() && (aside.containsKey(waiting.getFirst()) || !canBegin.test(waiting.getFirst()))) {
            waiting.removeFirst();
        }
        return Optional.ofNullable(waiting.peekFirst());
    }

    /** The first begins. */
    void begin() {
        waiting.removeFirst();
    }

    /** The slot of one could not be claimed. Returns until when it stands aside. */
    Instant putAside(AppId app, Instant now) {
        Instant until = now.plus(ASIDE);
        aside.put(app, until);
        return until;
    }

    /** When the first of those that stand aside has its turn again. */
    Optional<Instant> asideUntil() {
        return aside.values().stream().min(Comparator.naturalOrder());
    }

    /** One of them was not to be had: what the store has told is out of date, perhaps because of another node. */
    void overtaken(Instant now) {
        waiting.clear();
        if (parts.store().pollInterval().isPresent()) {
            contestedUntil = now.plus(CONTESTED);
        }
    }

    /** The clock may have been set back since. */
    private boolean isContested(Instant now) {
        return now.isBefore(contestedUntil) && !contestedUntil.isAfter(now.plus(CONTESTED));
    }

    private boolean isFresh() {
        return parts.scheduler().nanoTime() - askedAtNanos < FRESH.toNanos();
    }
}
