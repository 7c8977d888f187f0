package dev.provisioning.notifications.jdbc;

import dev.provisioning.notifications.spi.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;

/** A database as the store uses it. Thread-safe; each operation ends within a time. */
interface Database extends AutoCloseable {
    /**
     * Runs statements that change nothing.
     *
     * @param what what is done, for messages
     * @throws StoreException if they failed
     */
    <T> T read(String what, Session.Work<T> work);

    /**
     * Runs one statement that changes something beside ledgers.
     *
     * @param what what is done, for messages
     * @throws StoreException if the outcome is not known
     */
    <T> T write(String what, Session.Work<T> work);

    /**
     * Makes a change, if the ledger is of the revision that it expects.
     *
     * @return whether it was
     * @throws StoreException if the outcome is not known
     */
    boolean make(Change change);

    /** A question is asked now, with whose answer comes the time; returns who is to be told it, in microseconds since 1970. */
    LongConsumer asked();

    /** How many transactions that write this store has committed. */
    long commits();

    /** Leaves no trace of what was erased where it was kept, as far as that is this program's to do. */
    void scrub();

    /** The clock of all who use it. */
    Clock clock(Clock own);

    /** How often to look after others; empty if there are none. */
    Optional<Duration> pollInterval();

    /** Whether hosts may report within transactions of their own. */
    boolean hasOutbox();

    @Override
    void close();
}
