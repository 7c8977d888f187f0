package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.spi.Scheduler;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the server, opened where needed, and kept for a while for the next mail: the one used last is used first,
 * so that those not needed get old. Thread-safe.
 */
final class Connections {
    private final SmtpConfiguration configuration;
    private final Scheduler scheduler;
    private final Opener opener;
    private final Deque<SmtpSession> kept = new ArrayDeque<>();
    private Scheduler.@Nullable Handle sweep;
    private boolean closed;

    Connections(SmtpConfiguration configuration, Opener opener, Scheduler scheduler) {
        this.configuration = configuration;
        this.opener = opener;
        this.scheduler = scheduler;
    }

    /** A connection that is ready for a mail: a kept one, or else a fresh one. */
    SmtpSession take(Passage passage) throws SmtpFailure {
        for (SmtpSession session = poll(); session != null; session = poll()) {
            session.beginFor(passage);
            if (!isWorthKeeping(session)) {
                session.leave();
            } else if (session.isStale()) {
                session.close();
            } else if (answers(session)) {
                return session;
            } else {
                session.close();
                return replace(passage);
            }
        }
        return opener.open(passage, configuration.listener());
    }

    /** A connection that was not used before. What was kept up to now is as stale as the one that it replaces. */
    SmtpSession replace(Passage passage) throws SmtpFailure {
        drop().forEach(SmtpSession::close);
        return opener.open(passage, configuration.listener());
    }

    /** Asks the server whether it is still there, if it was not heard for a while. */
    private boolean answers(SmtpSession session) {
        if (since(session.idleSince()).compareTo(Reuse.DOUBTFUL) < 0) {
            return true;
        }
        try {
            session.check(Reuse.ANSWER);
            return true;
        } catch (SmtpFailure failure) {
            return false;
        }
    }

    /** Takes back a connection over which a mail was accepted; none that has failed. */
    void keep(SmtpSession session) {
        session.idle(scheduler.nanoTime());
        if (!isWorthKeeping(session) || !add(session)) {
            session.leave();
        }
    }

    private boolean isWorthKeeping(SmtpSession session) {
        Reuse reuse = configuration.reuse();
        return session.mails() < reuse.mails() && since(session.openedAt()).compareTo(reuse.age()) < 0;
    }

    private synchronized boolean add(SmtpSession session) {
        if (closed || kept.size() >= configuration.reuse().kept()) {
            return false;
        }
        if (sweep == null && !sweepAfter(configuration.reuse().idle())) {
            return false;
        }
        kept.push(session);
        return true;
    }

    /** The one that this thread has used last, if it is there: changing hands costs a fifth of the speed. */
    private synchronized @Nullable SmtpSession poll() {
        for (SmtpSession session : kept) {
            if (session.wasUsedBy(Thread.currentThread().getId())) {
                kept.remove(session);
                return session;
            }
        }
        return kept.poll();
    }

    /** Lets the sweep come; tells whether it will, or the host has shut its scheduler down. */
    private boolean sweepAfter(Duration delay) {
        try {
            sweep = scheduler.schedule(delay, this::sweep);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Lets go of those that have waited too long; comes again as long as any are left. */
    private void sweep() {
        takeIdle().forEach(SmtpSession::leave);
    }

    private synchronized List<SmtpSession> takeIdle() {
        Duration limit = configuration.reuse().idle();
        List<SmtpSession> idle = new ArrayList<>();
        while (!kept.isEmpty() && since(kept.getLast().idleSince()).compareTo(limit) >= 0) {
            idle.add(kept.removeLast());
        }
        sweep = null;
        if (!kept.isEmpty() && !sweepAfter(limit.minus(since(kept.getLast().idleSince())))) {
            idle.addAll(drop());
        }
        return idle;
    }

    private Duration since(long then) {
        return Duration.ofNanos(scheduler.nanoTime() - then);
    }

    private synchronized List<SmtpSession> drop() {
        List<SmtpSession> all = List.copyOf(kept);
        kept.clear();
        return all;
    }

    /** Takes leave of those that are kept, and keeps no more. */
    void close() {
        synchronized (this) {
            closed = true;
            if (sweep != null) {
                sweep.cancel();
            }
        }
        drop().forEach(SmtpSession::leave);
    }
}
