package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Which applications are due when, the most urgent first, and among equals the longest due. Each step takes a time that grows
 * with the logarithm of how many there are.
 *
 * <p>It is a treap, a search tree that is a heap as well, by a number that has nothing to do with the order and so keeps the
 * tree from growing lopsided. Its nodes are the ledgers themselves, which costs each of them two references, and no tree of
 * the class library can do. Thread-safe.
 */
final class Agenda {
    private static final Comparator<Kept> ORDER = Comparator.comparingInt(Kept::urgency)
            .reversed()
            .thenComparingLong(Kept::dueAt)
            .thenComparingInt(Kept::hash)
            .thenComparing(kept -> kept.app.tenant())
            .thenComparing(kept -> kept.app.name());

    private @Nullable Kept root;

    /** Replaces what is known of an application. */
    synchronized void replace(@Nullable Kept before, @Nullable Kept after) {
        if (before != null && before.isDue()) {
            root = without(root, before);
        }
        if (after != null && after.isDue()) {
            root = with(root, after);
        }
    }

    /** Those due at a time, and then those due so late that it is not to be believed. */
    synchronized List<AppId> due(long now, long horizon, int limit) {
        List<AppId> found = new ArrayList<>();
        for (int urgency = Kept.MOST_URGENT; urgency >= 0; urgency--) {
            collect(urgency, Long.MIN_VALUE, now, limit, found);
        }
        for (int urgency = Kept.MOST_URGENT; urgency >= 0 && horizon < Long.MAX_VALUE; urgency--) {
            collect(urgency, horizon + 1, Long.MAX_VALUE, limit, found);
        }
        return found;
    }

    /** The next instant after a time at which any is due; {@link Long#MAX_VALUE} if none is. */
    synchronized long nextDue(long now) {
        if (now == Long.MAX_VALUE) {
            return Long.MAX_VALUE;
        }
        return LongStream.rangeClosed(0, Kept.MOST_URGENT)
                .map(urgency -> {
                    Kept next = atOrAfter((int) urgency, now + 1);
                    return next != null && next.urgency() == urgency ? next.dueAt() : Long.MAX_VALUE;
                })
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private void collect(int urgency, long from, long to, int limit, List<AppId> found) {
        Kept next = atOrAfter(urgency, from);
        while (next != null && next.urgency() == urgency && next.dueAt() <= to && found.size() < limit) {
            found.add(next.app);
            next = after(next);
        }
    }

    /** The first of an urgency that is due at an instant or later, or the first of a lesser urgency. */
    private @Nullable Kept atOrAfter(int urgency, long dueAt) {
        Kept best = null;
        Kept node = root;
        while (node != null) {
            boolean later = node.urgency() < urgency || (node.urgency() == urgency && node.dueAt() >= dueAt);
            best = later ? node : best;
            node = later ? node.left : node.right;
        }
        return best;
    }

    private @Nullable Kept after(Kept one) {
        Kept best = null;
        Kept node = root;
        while (node != null) {
            boolean later = ORDER.compare(node, one) > 0;
            best = later ? node : best;
            node = later ? node.left : node.right;
        }
        return best;
    }

    private static Kept with(@Nullable Kept tree, Kept added) {
        if (tree == null) {
            return added;
        }
        if (ORDER.compare(added, tree) < 0) {
            Kept left = with(tree.left, added);
            tree.left = left;
            return isAbove(left, tree) ? turnedRight(tree, left) : tree;
        }
        Kept right = with(tree.right, added);
        tree.right = right;
        return isAbove(right, tree) ? turnedLeft(tree, right) : tree;
    }

    private static @Nullable Kept without(@Nullable Kept tree, Kept removed) {
        if (tree == null) {
            throw new IllegalStateException(removed.app + " is not where it should be");
        }
        if (tree == removed) {
            return joined(tree.left, tree.right);
        }
        if (ORDER.compare(removed, tree) < 0) {
            tree.left = without(tree.left, removed);
        } else {
            tree.right = without(tree.right, removed);
        }
        return tree;
    }

    /** One tree of two, of which all of the first come before all of the second. */
    private static @Nullable Kept joined(@Nullable Kept first, @Nullable Kept second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        if (isAbove(first, second)) {
            first.right = joined(first.right, second);
            return first;
        }
        second.left = joined(first, second.left);
        return second;
    }

    private static Kept turnedRight(Kept tree, Kept left) {
        tree.left = left.right;
        left.right = tree;
        return left;
    }

    private static Kept turnedLeft(Kept tree, Kept right) {
        tree.right = right.left;
        right.left = tree;
        return right;
    }

    private static boolean isAbove(Kept one, Kept other) {
        return priority(one) > priority(other);
    }

    /** As good as random, and the same each time. */
    private static int priority(Kept kept) {
        return kept.hash() * 0x85EBCA6B;
    }
}
