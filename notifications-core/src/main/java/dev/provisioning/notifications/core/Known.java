package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.Entry;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A held issue as this node's memory knows it: where a repeat is counted without touching the store. The first one of an
 * application is its row in the table, and has the others hung on it.
 *
 * <p>Counting and closing meet in one word, the count, which closing makes negative for good: so a repeat was either counted
 * before, and is among what the closer takes, or finds itself sent the slow way. Nothing lies in between. Only
 * {@link #count} may be called by anybody at any time; the rest belongs to whoever has the application's {@link Desk}.
 *
 * <p>There may be millions of these, so the fields are those of one object of 48 bytes.
 */
final class Known extends AppTable.Row {
    /** The answer of {@link #count} that sends the report the slow way. */
    static final long CLOSED = -1;

    /** The bits of the count that count. */
    private static final long COUNTED = (1L << 48) - 1;

    /** The bits above them: a number of the thread that was seen to count last. */
    private static final long THREAD = Long.MAX_VALUE - COUNTED;

    private static final long FIRST_THREAD = COUNTED + 1;

    /** The bits that are all set each thousandth time, when it is looked who counts. */
    private static final long SAMPLE = 1_023;

    /** Words beyond these are kept only where there is room. */
    private static final int LONG_TEXT = 1_000;

    private static final int MANY_PARTS = 4;
    private static final List<Severity> SEVERITIES = List.of(Severity.values());
    private static final VarHandle COUNT;
    private static final VarHandle STRIPES;
    private static final VarHandle LATEST;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            COUNT = lookup.findVarHandle(Known.class, "count", long.class);
            STRIPES = lookup.findVarHandle(Known.class, "stripes", Stripes.class);
            LATEST = lookup.findVarHandle(Known.class, "latest", Issue.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final String key;
    private final byte severity;
    private volatile long count;
    private volatile @Nullable Stripes stripes;
    private volatile @Nullable Map<Object, Known> others;

    /**
     * Written before the count, and read after it was taken; so whatever was counted has left words here. Not volatile,
     * because that would cost each repeat a fence.
     */
    @SuppressWarnings("unused") // by its handle
    private @Nullable Issue latest;

    private boolean longWords;
    private boolean fresh = true;

    @SuppressWarnings("EnumOrdinal") // a byte, and this process's own
    Known(AppId app, String key, Severity severity) {
        super(app);
        this.key = key;
        this.severity = (byte) severity.ordinal();
    }

    /** The row of an application of which nothing is known but {@link #others}. */
    static Known none(AppId app) {
        Known none = new Known(app, Entry.COUNTED_ONLY, Severity.INFO);
        none.count = CLOSED;
        return none;
    }

    String key() {
        return key;
    }

    /** The worst severity that is known. */
    Severity severity() {
        return SEVERITIES.get(severity);
    }

    /** Whether a severity is the worst that is known. */
    @SuppressWarnings("EnumOrdinal") // spares a load
    boolean isOf(Severity other) {
        return severity == other.ordinal();
    }

    /** The other issues that are known of its application: by key, or by kind if they are counted only. */
    Map<Object, Known> others() {
        Map<Object, Known> present = others;
        return present == null ? Map.of() : present;
    }

    /**
     * Counts a repeat.
     *
     * @param room for long words, which this keeps until the count is taken, and for stripes
     * @return how many were waiting to be written before it, as far as this thread sees, or {@link #CLOSED}
     */
    @SuppressWarnings("ReferenceEquality") // spares the write to whoever reports one object again
    long count(Issue issue, Room room) {
        if (LATEST.getAcquire(this) != issue && !keepsWords(issue, room)) {
            return CLOSED;
        }
        Stripes many = stripes;
        if (many != null) {
            return many.add();
        }
        long seen = count;
        if (seen >= 0 && (seen & SAMPLE) != SAMPLE && COUNT.compareAndSet(this, seen, seen + 1)) {
            return seen & COUNTED;
        }
        return countAmongOthers(room);
    }

    /** Counts when another thread was faster; and each thousandth time, to see whether there is another at all. */
    private long countAmongOthers(Room room) {
        for (long seen = count; seen >= 0; seen = count) {
            boolean sample = (seen & SAMPLE) == SAMPLE;
            long thread = sample ? thisThread() : seen & THREAD;
            boolean others = !sample || ((seen & THREAD) != 0 && (seen & THREAD) != thread);
            Stripes many = others ? striped(room) : null;
            if (many != null) {
                return many.add();
            }
            if (COUNT.compareAndSet(this, seen, thread | ((seen + 1) & COUNTED))) {
                return seen & COUNTED;
            }
        }
        return CLOSED;
    }

    private static long thisThread() {
        return (Thread.currentThread().getId() % (THREAD / FIRST_THREAD) + 1) * FIRST_THREAD;
    }

    /** Takes out what was counted since the last time. */
    @Nullable
    Reported take() {
        if (isClosed()) {
            return null;
        }
        Stripes many = stripes;
        return taken(((long) COUNT.getAndSet(this, 0L) & COUNTED) + (many == null ? 0 : many.take()));
    }

    /** Takes out what was counted, and sends later repeats the slow way. */
    @Nullable
    Reported close(Room room) {
        long before = (long) COUNT.getAndSet(this, CLOSED);
        long counted = before < 0 ? 0 : before & COUNTED;
        Stripes many = (Stripes) STRIPES.getAndSet(this, Stripes.CLOSED);
        if (many != null && many != Stripes.CLOSED) {
            room.stripes().release();
        }
        synchronized (this) {
            if (longWords) {
                longWords = false;
                room.longWords().release();
            }
        }
        return taken(counted + (many == null ? 0 : many.close()));
    }

    boolean isClosed() {
        return count < 0;
    }

    /** Whether it keeps words for which there is little room. */
    synchronized boolean hasLongWords() {
        return longWords;
    }

    /** Whether it is new, or something was taken, since this was asked the last time. */
    boolean wasFresh() {
        boolean was = fresh;
        fresh = false;
        return was;
    }

    /** What is known of an issue of its application, or of the issues of its kind if it is counted only. */
    @Nullable
    Known about(Issue issue) {
        if (key.equals(issue.key())) {
            return this;
        }
        Map<Object, Known> more = others;
        if (more == null) {
            return null;
        }
        Known found = more.get(issue.key());
        return found != null ? found : more.get(issue.kind());
    }

    /** Whether nothing is known of its application any more. */
    boolean isVoid() {
        return isClosed() && others().isEmpty();
    }

    /** Keeps another issue of the application, under its key, or under its kind if it is counted only. */
    void hang(Object keyOrKind, Known other) {
        Map<Object, Known> more = others;
        if (more == null) {
            more = new ConcurrentHashMap<>();
            others = more;
        }
        more.put(keyOrKind, other);
    }

    /** Becomes the row of its application, in the place of one that is closed. */
    void succeeds(@Nullable Known row) {
        others = row == null ? null : row.others;
    }

    /** Stripes to count in from now on, if there is room; whoever comes too late gets closed ones. */
    @Nullable
    Stripes striped(Room room) {
        Stripes present = stripes;
        if (present != null || !room.stripes().tryAcquire()) {
            return present;
        }
        Stripes fresh = new Stripes();
        Stripes before = (Stripes) STRIPES.compareAndExchange(this, null, fresh);
        if (before != null) {
            room.stripes().release();
        }
        return before == null ? fresh : before;
    }

    private @Nullable Reported taken(long times) {
        Issue words = (Issue) LATEST.getAcquire(this);
        if (times == 0 || words == null) {
            return null;
        }
        fresh = true;
        return new Reported(words, times, times > 1 && key.startsWith(Entry.COUNTED_ONLY));
    }

    private boolean keepsWords(Issue issue, Room room) {
        if (isLong(issue)) {
            return keepsLongWords(issue, room);
        }
        LATEST.setRelease(this, issue);
        return true;
    }

    private synchronized boolean keepsLongWords(Issue issue, Room room) {
        if (isClosed() || !(longWords || room.longWords().tryAcquire())) {
            return false;
        }
        longWords = true;
        LATEST.setRelease(this, issue);
        return true;
    }

    private static boolean isLong(Issue issue) {
        return issue.summary().length()
                                + issue.detail().length()
                                + issue.remedy().length()
                        > LONG_TEXT
                || issue.facts().size() + issue.links().size() > MANY_PARTS;
    }
}
