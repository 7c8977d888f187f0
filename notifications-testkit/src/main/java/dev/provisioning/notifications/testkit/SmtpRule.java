package dev.provisioning.notifications.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One line of the script of a {@link ScriptedSmtpServer}: at which step, for whom and how often, and what happens then.
 *
 * <p>Begun by {@link ScriptedSmtpServer#on}. Has no effect until it says what happens. Of several rules that match, the
 * one begun first wins, until it is used up. Thread-safe.
 *
 * <pre>{@code
 * server.on(SmtpStep.RCPT).recipient("bob@example.com").reply("550 5.1.1 no such user");
 * server.on(SmtpStep.END_OF_DATA).acceptThenDrop().once();
 * }</pre>
 */
public final class SmtpRule {
    private final SmtpStep step;
    private final CountDownLatch used = new CountDownLatch(1);
    private @Nullable String recipient;
    private int connection;
    private int passes;
    private int uses = Integer.MAX_VALUE;
    private @Nullable SmtpReaction reaction;

    SmtpRule(SmtpStep step) {
        this.step = step;
    }

    /**
     * Restricts the rule to one recipient, at {@link SmtpStep#RCPT}.
     *
     * @param address the address, in any case
     * @return this
     */
    public synchronized SmtpRule recipient(String address) {
        recipient = address;
        return this;
    }

    /**
     * Restricts the rule to one connection.
     *
     * @param number 1 for the first that is made
     * @return this
     */
    public synchronized SmtpRule connection(int number) {
        connection = number;
        return this;
    }

    /**
     * Lets the rule begin later.
     *
     * @param times how often the step passes as if there were no rule
     * @return this
     */
    public synchronized SmtpRule after(int times) {
        passes = times;
        return this;
    }

    /**
     * Lets the rule hold once.
     *
     * @return this
     */
    public SmtpRule once() {
        return times(1);
    }

    /**
     * Lets the rule hold for a while.
     *
     * @param times how often; without this call it holds for ever
     * @return this
     */
    public synchronized SmtpRule times(int times) {
        uses = times;
        return this;
    }

    /**
     * Says something. A code that begins with 2 or 3 is taken as success, and one of 421 ends the connection.
     *
     * @param lines the lines as they go over the wire, each with its code, without line ends
     * @return this
     */
    public SmtpRule reply(String... lines) {
        return react(new SmtpReaction.Reply(List.of(lines)));
    }

    /**
     * Says a line byte by byte.
     *
     * @param line the line, with its code
     * @param pause how long to wait before each byte
     * @return this
     */
    public SmtpRule drip(String line, Duration pause) {
        return react(new SmtpReaction.Pieces(new SmtpReaction.Reply(List.of(line)), 1, pause));
    }

    /**
     * Says something as {@link #reply} does, but in many small writes.
     *
     * @param size how many bytes are written at a time
     * @param lines the lines as they go over the wire, each with its code, without line ends
     * @return this
     * @throws IllegalArgumentException if the size is not positive
     */
    public SmtpRule replyInPieces(int size, String... lines) {
        if (size < 1) {
            throw new IllegalArgumentException("size is not positive: " + size);
        }
        return react(new SmtpReaction.Pieces(new SmtpReaction.Reply(List.of(lines)), size, Duration.ZERO));
    }

    /**
     * Says a line that goes on and on, and then nothing more: the line has no end.
     *
     * @param start how it begins, such as {@code 250 }; at {@link SmtpStep#END_OF_DATA} a 2 there also takes
     *     responsibility for the mail
     * @param size how many bytes are sent in all
     * @return this
     * @throws IllegalArgumentException if the start is longer than that
     */
    public SmtpRule longLine(String start, int size) {
        return react(new SmtpReaction.Say(start + "x".repeat(size - start.length()), false));
    }

    /**
     * Says the same line again and again, and then nothing more: the reply has no last line.
     *
     * @param line the line with its code and a hyphen, such as {@code 250-more}; at {@link SmtpStep#END_OF_DATA} a 2 there
     *     also takes responsibility for the mail
     * @param count how many times
     * @return this
     */
    public SmtpRule manyLines(String line, int count) {
        return react(new SmtpReaction.Say((line + "\r\n").repeat(count), false));
    }

    /**
     * Sends bytes as they are, be they a reply or not, and then nothing more.
     *
     * @param bytes what is sent
     * @return this
     */
    public SmtpRule garbage(byte... bytes) {
        return react(new SmtpReaction.Say(new String(bytes, StandardCharsets.ISO_8859_1), false));
    }

    /**
     * Says something, and closes the connection in the midst of it or after it.
     *
     * @param text ASCII, sent as it is: {@code "250 2.0.0 que"} lacks its end, {@code "354 go ahead\r\n"} has it; at
     *     {@link SmtpStep#END_OF_DATA} a 2 as its first digit also takes responsibility for the mail
     * @return this
     */
    public SmtpRule sayThenDrop(String text) {
        return react(new SmtpReaction.Say(text, true));
    }

    /**
     * Closes the connection, as a server does that ends.
     *
     * @return this
     */
    public SmtpRule drop() {
        return react(new SmtpReaction.Drop());
    }

    /**
     * Closes the connection, as a server does that crashes (TCP RST).
     *
     * @return this
     */
    public SmtpRule reset() {
        return react(new SmtpReaction.Reset());
    }

    /**
     * Says nothing, whatever comes, until the client goes or the server is closed.
     *
     * @return this
     */
    public SmtpRule stall() {
        return react(new SmtpReaction.Stall());
    }

    /**
     * Says nothing and reads nothing, until the server is closed: what the client sends fills the buffers between, until
     * it can send no more.
     *
     * @return this
     */
    public SmtpRule block() {
        return react(new SmtpReaction.Block());
    }

    /**
     * At {@link SmtpStep#END_OF_DATA}, takes responsibility for the mail, and closes the connection before saying so.
     *
     * @return this
     */
    public SmtpRule acceptThenDrop() {
        return react(new SmtpReaction.AcceptThenDrop());
    }

    /**
     * Waits until the server has come to do what this rule says: the client has got so far.
     *
     * @param timeout how long to wait at most
     * @throws AssertionError if it has not in time
     */
    public void awaitUse(Duration timeout) {
        try {
            if (!used.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new AssertionError("nothing has come to the step " + step + " within " + timeout);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the step " + step, e);
        }
    }

    private synchronized SmtpRule react(SmtpReaction to) {
        reaction = to;
        return this;
    }

    /** What this rule has to say to a step, which counts as one use of it; null if nothing. */
    synchronized @Nullable SmtpReaction use(SmtpStep at, int onConnection, @Nullable String forRecipient) {
        if (reaction == null || uses == 0 || !matches(at, onConnection, forRecipient)) {
            return null;
        }
        if (passes > 0) {
            passes--;
            return null;
        }
        uses--;
        used.countDown();
        return reaction;
    }

    private synchronized boolean matches(SmtpStep at, int onConnection, @Nullable String forRecipient) {
        return step == at
                && (connection == 0 || connection == onConnection)
                && (recipient == null || (forRecipient != null && same(recipient, forRecipient)));
    }

    private static boolean same(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
