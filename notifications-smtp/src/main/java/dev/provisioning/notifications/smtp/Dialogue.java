package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Stage;
import java.io.Closeable;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Commands and answers: at each moment it is known which {@link Stage} that is, its time is bounded, and whatever goes
 * wrong is told as one {@link SmtpFailure}, by that stage and never by the kind of exception. For one thread; anyone may
 * close it.
 */
final class Dialogue implements Closeable {
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final int BLOCK = 64 * 1024;

    private final Wire wire;
    private final Watchdog watchdog;
    private final StageClock clock;
    private final Transcript transcript;
    private final Timeouts timeouts;
    private Passage passage;

    Dialogue(
            Wire wire, Watchdog watchdog, StageClock clock, Transcript transcript, Timeouts timeouts, Passage passage) {
        this.wire = wire;
        this.watchdog = watchdog;
        this.clock = clock;
        this.transcript = transcript;
        this.timeouts = timeouts;
        this.passage = passage;
    }

    Wire wire() {
        return wire;
    }

    Stage stage() {
        return clock.stage();
    }

    /** {@return the time of the scheduler, in nanoseconds} */
    long now() {
        return clock.now();
    }

    /** Goes on with the next delivery. */
    void beginFor(Passage next) {
        passage = next;
        next.over(wire);
        watchdog.allowAll(next.left());
    }

    /** Enters a stage, and bounds its time. */
    void enter(Stage stage) {
        watchdog.allow(timeFor(stage));
        clock.enter(stage);
    }

    /** Bounds what comes now, other than by its stage. */
    void allow(Duration time) {
        watchdog.allow(time);
    }

    /** Bounds nothing any more, until something is begun. */
    void rest() {
        clock.stop();
        watchdog.rest();
    }

    /** Puts a command, which leaves with those before and after it. */
    void put(String command) {
        wire.put(command);
        transcript.sent(command);
    }

    /** Sends something that nobody may see, and its end of line. */
    void sendSecret(byte[] line) throws SmtpFailure {
        wire.put(line, 0, line.length);
        transcript.sentSecret();
        flush();
    }

    /** Sends what was put. */
    void flush() throws SmtpFailure {
        try {
            wire.flush();
        } catch (IOException e) {
            throw silence(e);
        }
    }

    /** Sends a command and reads the answer. */
    Reply ask(Stage stage, String command) throws SmtpFailure {
        enter(stage);
        put(command);
        flush();
        return read();
    }

    /** Reads an answer. */
    Reply read() throws SmtpFailure {
        try {
            Reply reply = Reply.read(wire);
            transcript.received(reply);
            return reply;
        } catch (IOException e) {
            throw silence(e);
        }
    }

    /** Ends the conversation unless the answer is yes. */
    void require(Reply reply) throws SmtpFailure {
        if (!reply.isPositive()) {
            throw refusal(reply);
        }
    }

    /** Sends the beginning of a content, a block at a time. */
    void sendContent(byte[] content, int length) throws SmtpFailure {
        enter(Stage.CONTENT);
        transcript.sentContent(content.length);
        try {
            for (int from = 0; from < length; from += BLOCK) {
                watchdog.allow(timeouts.command());
                wire.send(content, from, Math.min(BLOCK, length - from));
            }
        } catch (IOException e) {
            hearLastWords();
            throw silence(e);
        }
    }

    /** Puts the end of a content, which leaves with the command after it. */
    void putContent(byte[] content, int length) {
        wire.put(content, content.length - length, length);
    }

    /** Ends the conversation if it is over already, or if the server speaks although it was not asked. */
    void requireSilence() throws SmtpFailure {
        if (hearLastWords() || watchdog.hasBarked() || Thread.currentThread().isInterrupted()) {
            throw silence(null);
        }
    }

    /**
     * Tells whether the conversation is over, as far as that is known on this side by now.
     *
     * @throws SmtpFailure if the server has said why, or something else: within TLS that cannot be told without waiting
     */
    private boolean hearLastWords() throws SmtpFailure {
        boolean over = wire.isOver();
        if (wire.hasMore() && !wire.isSecure()) {
            // Here nothing may be bounded, and the rest of what was begun may never come.
            watchdog.allow(FAREWELL);
            throw refusal(read());
        }
        return over;
    }

    /** The failure that an answer is: one that says neither yes nor no is none. */
    SmtpFailure refusal(Reply reply) {
        return reply.isNegative()
                ? SmtpFailure.answered(clock.stage(), reply)
                : SmtpFailure.of(clock.stage(), Problem.SILENT, "the server gave no proper answer", null);
    }

    /** The server is not what was asked for. */
    SmtpFailure unfit(String text) {
        return SmtpFailure.of(clock.stage(), Problem.UNFIT, text, null);
    }

    /** The server said nothing that makes sense. */
    SmtpFailure silence(@Nullable IOException cause) {
        return SmtpFailure.of(clock.stage(), Problem.SILENT, reason(cause), cause);
    }

    /** In words that may be logged. */
    String reason(@Nullable IOException cause) {
        if (passage.isCalledOff()) {
            return "the transport was closed";
        }
        String barked = watchdog.barked();
        if (barked != null) {
            return barked;
        }
        if (cause instanceof ClosedByInterruptException
                || Thread.currentThread().isInterrupted()) {
            return "the delivery was interrupted";
        }
        if (cause instanceof ProtocolException || cause instanceof ProxyRefusedException) {
            return String.valueOf(cause.getMessage());
        }
        return "the connection broke" + (cause == null ? "" : ": " + SmtpFailure.reason(cause));
    }

    /** {@return whether the connection was closed from this side, because it took too long or was called off} */
    boolean wasCutOff() {
        return watchdog.hasBarked() || passage.isCalledOff();
    }

    /** {@return whether it was cut off, or the thread that delivers was interrupted} */
    boolean wasEndedHere() {
        return wasCutOff() || Thread.currentThread().isInterrupted();
    }

    private Duration timeFor(Stage stage) {
        return switch (stage) {
            case CONNECT -> timeouts.connect();
            case HANDOVER -> timeouts.endOfData();
            case CLOSE -> FAREWELL;
            default -> timeouts.command();
        };
    }

    /** Takes leave, without waiting for the answer. Whether that succeeds is of no interest. */
    void leave() {
        try {
            enter(Stage.CLOSE);
            put("QUIT");
            wire.flush();
            wire.finish();
        } catch (IOException e) {
            transcript.note("did not take leave: " + e);
        } finally {
            close();
        }
    }

    /** Drops the connection. */
    @Override
    public void close() {
        watchdog.retire();
        Quietly.close(wire);
    }
}
