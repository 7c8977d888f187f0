package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A hash table of rows that know whose they are, at most one for an application. What a map would keep in nodes and keys of
 * its own, the rows keep themselves: beside them a row costs about eight bytes here, and finding it the loads of one array
 * element and of the row.
 *
 * <p>Thread-safe. Finding what is there takes no lock; all else takes that of a sixty-fourth of the table, for as long as a
 * few rows are moved. The table grows and shrinks with what is in it.
 */
final class AppTable<R extends AppTable.Row> {
    private static final int SEGMENT_BITS = 6;
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);

    private final Segment<R>[] segments = segments();

    /** What the table keeps of an application. */
    abstract static class Row {
        final AppId app;
        private final int hash;

        Row(AppId app) {
            this.app = app;
            this.hash = hash(app);
        }

        /** A number that differs between applications mostly, in all its bits. */
        final int hash() {
            return hash;
        }

        private static int hash(AppId app) {
            int spread = app.hashCode() * 0x9E3779B9;
            return spread ^ (spread >>> 16);
        }
    }

    /** Says what becomes of the row of an application. */
    interface Change<R> {
        /** The row to have from now on, perhaps the same; none, if there shall be none. */
        @Nullable
        R from(@Nullable R present);
    }

    @Nullable
    R find(AppId app) {
        int hash = Row.hash(app);
        Segment<R> segment = segment(hash);
        R found = segment.find(app, hash);
        return found != null ? found : segment.findLocked(app, hash);
    }

    /** Changes the row of an application, while nobody else does. */
    void change(AppId app, Change<R> how) {
        int hash = Row.hash(app);
        segment(hash).change(app, hash, how);
    }

    /** Goes through the rows that were there at some time meanwhile, without a lock. */
    void forEach(Consumer<R> visitor) {
        for (Segment<R> segment : segments) {
            segment.copy().forEach(visitor);
        }
    }

    /** Removes the rows of which this is true, each while nobody else changes it. */
    void removeIf(Predicate<R> unwanted) {
        forEach(row -> change(row.app, present -> present != null && unwanted.test(present) ? null : present));
    }

    private Segment<R> segment(int hash) {
        return segments[hash >>> (Integer.SIZE - SEGMENT_BITS)];
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic type
    private static <R extends Row> Segment<R>[] segments() {
        Segment<R>[] segments = new Segment[1 << SEGMENT_BITS];
        Arrays.setAll(segments, i -> new Segment<R>());
        return segments;
    }

    /**
     * A part of the table: open addressing, probed linearly. Rows are taken out by moving those behind them up, so a reader
     * without the lock may miss one on its way; it never takes one for another.
     */
    private static final class Segment<R extends Row> {
        private static final int SMALLEST = 8;

        /** Rows and gaps, bare, because an object around the array would be one more load for whoever looks. */
        private volatile @Nullable Object[] rows = new @Nullable Object[SMALLEST];

        private int size;

        @Nullable
        R find(AppId app, int hash) {
            @Nullable Object[] array = rows;
            int place = hash;
            R row;
            do {
                row = at(array, place++ & (array.length - 1));
            } while (row != null && !isOf(row, app, hash));
            return row;
        }

        @Nullable
        synchronized R findLocked(AppId app, int hash) {
            return find(app, hash);
        }

        synchronized void change(AppId app, int hash, Change<R> how) {
            int place = place(rows, app, hash);
            R before = at(rows, place);
            R after = how.from(before);
            if (after != null) {
                ELEMENT.setRelease(rows, place, after);
                size += before == null ? 1 : 0;
            } else if (before != null) {
                takeOut(place);
                size--;
            }
            fit();
        }

        synchronized List<R> copy() {
            List<R> copy = new ArrayList<>(size);
            for (int i = 0; i < rows.length; i++) {
                R row = at(rows, i);
                if (row != null) {
                    copy.add(row);
                }
            }
            return copy;
        }

        /** Where the row of an application is, or the empty place where it would be; for whoever has the lock. */
        private int place(@Nullable Object[] array, AppId app, int hash) {
            int mask = array.length - 1;
            int place = hash & mask;
            for (R row = at(array, place); row != null && !isOf(row, app, hash); row = at(array, place)) {
                place = (place + 1) & mask;
            }
            return place;
        }

        @SuppressWarnings("unchecked") // nothing else is put in
        private @Nullable R at(@Nullable Object[] array, int place) {
            return (R) ELEMENT.getAcquire(array, place);
        }

        private boolean isOf(R row, AppId app, int hash) {
            return row.hash() == hash && row.app.equals(app);
        }

        /** Empties a place, and moves up what was put behind it because it was taken. */
        private void takeOut(int place) {
            int mask = rows.length - 1;
            int gap = place;
            int next = (gap + 1) & mask;
            for (R row = at(rows, next); row != null; row = at(rows, next)) {
                int away = (next - row.hash()) & mask;
                if (away >= ((next - gap) & mask)) {
                    ELEMENT.setRelease(rows, gap, row);
                    gap = next;
                }
                next = (next + 1) & mask;
            }
            ELEMENT.setRelease(rows, gap, null);
        }

        /** Keeps at least a quarter of the places free, and not much more than seven eighths. */
        private void fit() {
            int length = rows.length;
            if (size > length / 4 * 3) {
                resize(length * 2);
            } else if (length > SMALLEST && size < length / 8) {
                resize(length / 2);
            }
        }

        private void resize(int length) {
            @Nullable Object[] array = new @Nullable Object[length];
            for (R row : copy()) {
                array[place(array, row.app, row.hash())] = row;
            }
            rows = array;
        }
    }
}
