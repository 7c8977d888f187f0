package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A hash table of rows that know whose they are, at most one for an application. What a map would keep in nodes and keys of
 * its own, the rows keep themselves: beside them a row costs about eight bytes here, and finding it the loads of one array
 * element and of the row.
 *
 * <p>It consists of parts, arrays with open addressing that are probed linearly, and grow and shrink with what is in them.
 * Thread-safe. Finding what is there takes no lock; all else takes that of its part, for as long as a few rows are moved. Rows are
 * taken out by moving those behind them up, so a reader without the lock may miss one on its way, and looks again with it; it
 * never takes one for another.
 */
final class AppTable<R extends AppTable.Row> {
    private static final int PART_BITS = 6;
    private static final int SMALLEST = 8;
    private static final VarHandle ROWS = MethodHandles.arrayElementVarHandle(Object[][].class);
    private static final VarHandle ROW = MethodHandles.arrayElementVarHandle(Object[].class);

    /** Bare arrays, because each object around them would be one more load for whoever looks. */
    private final @Nullable Object[][] parts = new @Nullable Object[1 << PART_BITS][SMALLEST];

    private final List<Lock> locks;

    AppTable() {
        this.locks = Arrays.stream(parts).map(part -> new Lock()).toList();
    }

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
        R found = look(app, hash);
        return found != null ? found : lookAgain(app, hash);
    }

    /** Changes the row of an application, while nobody else does. */
    void change(AppId app, Change<R> how) {
        int hash = Row.hash(app);
        Lock lock = locks.get(part(hash));
        synchronized (lock) {
            @Nullable Object[] rows = rows(part(hash));
            int place = place(rows, app, hash);
            R before = at(rows, place);
            R after = how.from(before);
            if (after != null) {
                ROW.setRelease(rows, place, after);
                lock.size += before == null ? 1 : 0;
            } else if (before != null) {
                takeOut(rows, place);
                lock.size--;
            }
            fit(part(hash), lock.size);
        }
    }

    /** Goes through the rows that were there at some time meanwhile, without a lock. */
    void forEach(Consumer<R> visitor) {
        for (int part = 0; part < parts.length; part++) {
            List<R> present;
            synchronized (locks.get(part)) {
                present = all(rows(part));
            }
            present.forEach(visitor);
        }
    }

    private @Nullable R look(AppId app, int hash) {
        @Nullable Object[] rows = rows(part(hash));
        int place = hash;
        R row;
        do {
            row = at(rows, place++ & (rows.length - 1));
        } while (row != null && !isOf(row, app, hash));
        return row;
    }

    private @Nullable R lookAgain(AppId app, int hash) {
        synchronized (locks.get(part(hash))) {
            return look(app, hash);
        }
    }

    /** Where the row of an application is, or the empty place where it would be; for whoever has the lock. */
    private int place(@Nullable Object[] rows, AppId app, int hash) {
        int mask = rows.length - 1;
        int place = hash & mask;
        for (R row = at(rows, place); row != null && !isOf(row, app, hash); row = at(rows, place)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** Empties a place, and moves up what was put behind it because it was taken. */
    private void takeOut(@Nullable Object[] rows, int place) {
        int mask = rows.length - 1;
        int gap = place;
        int next = (gap + 1) & mask;
        for (R row = at(rows, next); row != null; row = at(rows, next)) {
            int away = (next - row.hash()) & mask;
            if (away >= ((next - gap) & mask)) {
                ROW.setRelease(rows, gap, row);
                gap = next;
            }
            next = (next + 1) & mask;
        }
        ROW.setRelease(rows, gap, null);
    }

    /** Keeps at least a quarter of the places free, and not much more than seven eighths. */
    private void fit(int part, int size) {
        int length = rows(part).length;
        if (size > length / 4 * 3) {
            resize(part, length * 2);
        } else if (length > SMALLEST && size < length / 8) {
            resize(part, length / 2);
        }
    }

    private void resize(int part, int length) {
        @Nullable Object[] rows = new @Nullable Object[length];
        for (R row : all(rows(part))) {
            rows[place(rows, row.app, row.hash())] = row;
        }
        ROWS.setRelease(parts, part, rows);
    }

    private List<R> all(@Nullable Object[] rows) {
        List<R> all = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            R row = at(rows, i);
            if (row != null) {
                all.add(row);
            }
        }
        return all;
    }

    private @Nullable Object[] rows(int part) {
        return (@Nullable Object[]) ROWS.getAcquire(parts, part);
    }

    @SuppressWarnings("unchecked") // nothing else is put in
    private @Nullable R at(@Nullable Object[] rows, int place) {
        return (R) ROW.getAcquire(rows, place);
    }

    private boolean isOf(R row, AppId app, int hash) {
        return row.hash() == hash && row.app.equals(app);
    }

    private static int part(int hash) {
        return hash >>> (Integer.SIZE - PART_BITS);
    }

    /** Of one part. */
    private static final class Lock {
        /** How many rows it has. */
        private int size;
    }
}
