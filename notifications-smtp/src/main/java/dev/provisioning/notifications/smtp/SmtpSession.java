package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open conversation, over which mails go one after the other. Where the server takes several commands at once
 * (PIPELINING, RFC 2920), a mail takes two round trips: one for everything up to DATA, one for the content.
 *
 * <p>After a failure nobody knows what the server makes of the conversation: it is dropped, and no RSET is tried, whose own
 * failure would hide the first. For one thread at a time.
 */
final class SmtpSession implements AutoCloseable {
    /**
     * So much of the content leaves with the final dot, in one write: no more than goes over a network without waiting for
     * an acknowledgement (RFC 6928), so that the dot arrives as soon as it would alone.
     */
    private static final int LAST = 8 * 1024;

    /** In nanoseconds. Looking costs a tenth of a mail, and over a network nothing comes back sooner. */
    private static final long WORTH_A_LOOK = 100_000;

    private final Dialogue dialogue;
    private final Capabilities capabilities;
    private final long openedAt;
    private long idleSince;
    private long user;
    private long heardAt;
    private int mails;

    SmtpSession(Dialogue dialogue, Capabilities capabilities, long now) {
        this.dialogue = dialogue;
        this.capabilities = capabilities;
        this.openedAt = now;
    }

    Capabilities capabilities() {
        return capabilities;
    }

    /** {@return whether a mail has gone over it before} */
    boolean isUsed() {
        return mails > 0;
    }

    /** {@return whether the thread of this number has used it last} */
    boolean wasUsedBy(long thread) {
        return user == thread;
    }

    int mails() {
        return mails;
    }

    long openedAt() {
        return openedAt;
    }

    long idleSince() {
        return idleSince;
    }

    /** Begins a delivery. */
    void beginFor(Passage passage) {
        dialogue.beginFor(passage);
    }

    /** Ends a delivery: what was begun is accepted, and the conversation may be kept. */
    void idle(long now) {
        dialogue.rest();
        user = Thread.currentThread().getId();
        idleSince = now;
    }

    /** {@return whether it has ended while it was kept, as far as that shows without asking} */
    boolean isStale() {
        return dialogue.wire().isOver() || dialogue.wire().hasMore();
    }

    /** Asks whether the server is still there. */
    void check(Duration limit) throws SmtpFailure {
        dialogue.enter(Stage.GREETING);
        dialogue.allow(limit);
        dialogue.put("NOOP");
        dialogue.flush();
        dialogue.require(dialogue.read());
    }

    /**
     * What the server says to an envelope.
     *
     * @param recipients to each recipient, yes or no, in order
     * @param data to the announcement of the content; null if none was made, because nobody was accepted
     */
    record Answers(List<Reply> recipients, @Nullable Reply data) {
        boolean anyAccepted() {
            return recipients.stream().anyMatch(Reply::isPositive);
        }
    }

    /**
     * Names sender and recipients, and announces the content.
     *
     * @param mail the command that names the sender
     * @param recipients at least one, and few enough for the answers to fit into any buffer (RFC 2920 section 3.1), as those
     *     of a notification are
     * @throws SmtpFailure if the server refuses the sender, or ends the conversation
     */
    Answers envelope(String mail, List<Mailbox> recipients) throws SmtpFailure {
        return capabilities.offers("PIPELINING") ? envelopeAtOnce(mail, recipients) : envelopeInTurn(mail, recipients);
    }

    /** Names sender and recipients, and announces no content: for whoever wants to know the answers only. */
    List<Reply> wouldAccept(String mail, List<Mailbox> recipients) throws SmtpFailure {
        dialogue.require(dialogue.ask(Stage.SENDER, mail));
        List<Reply> replies = new ArrayList<>(recipients.size());
        for (Mailbox recipient : recipients) {
            replies.add(orEnd(dialogue.ask(Stage.RECIPIENT, command(recipient))));
        }
        return replies;
    }

    private Answers envelopeInTurn(String mail, List<Mailbox> recipients) throws SmtpFailure {
        Answers named = new Answers(wouldAccept(mail, recipients), null);
        return named.anyAccepted() ? new Answers(named.recipients(), dialogue.ask(Stage.DATA, "DATA")) : named;
    }

    private Answers envelopeAtOnce(String mail, List<Mailbox> recipients) throws SmtpFailure {
        dialogue.enter(Stage.SENDER);
        dialogue.put(mail);
        for (Mailbox recipient : recipients) {
            dialogue.put(command(recipient));
        }
        dialogue.put("DATA");
        dialogue.flush();
        dialogue.require(dialogue.read());
        dialogue.enter(Stage.RECIPIENT);
        List<Reply> replies = new ArrayList<>(recipients.size());
        while (replies.size() < recipients.size()) {
            replies.add(orEnd(dialogue.read()));
        }
        dialogue.enter(Stage.DATA);
        Answers named = new Answers(replies, null);
        if (named.anyAccepted()) {
            return new Answers(replies, dialogue.read());
        }
        sendNothing();
        return named;
    }

    /** A server that wants a content for nobody gets an empty one (RFC 2920 section 3.1). */
    private void sendNothing() {
        try {
            if (dialogue.read().isIntermediate()) {
                dialogue.put(".");
                dialogue.flush();
                dialogue.read();
            }
        } catch (SmtpFailure failure) {
            // Everybody was refused before: so it stays, whatever becomes of the rest.
        }
    }

    /** Not every no concerns the recipient alone. */
    private Reply orEnd(Reply reply) throws SmtpFailure {
        boolean ends = reply.code() == 421 || reply.code() == 530;
        if (ends || reply.isIntermediate()) {
            throw dialogue.refusal(reply);
        }
        return reply;
    }

    private static String command(Mailbox recipient) {
        return "RCPT TO:<" + recipient + ">";
    }

    /**
     * Sends the content but for its end, which leaves with the final dot. After that nothing is watched, because what
     * follows may take its time; a conversation that is seen to be over ends here.
     *
     * @param answers what the server has said to the envelope: at least one recipient is accepted
     * @param content its lines end in CR LF, and none begins with a dot
     * @throws SmtpFailure if the server does not want it, or the conversation is over
     */
    void content(Answers answers, byte[] content) throws SmtpFailure {
        Reply data = answers.data();
        if (data == null || !data.isIntermediate()) {
            throw data == null ? dialogue.silence(null) : dialogue.refusal(data);
        }
        heardAt = dialogue.now();
        int withTheDot = Math.min(content.length, LAST);
        dialogue.sendContent(content, content.length - withTheDot);
        dialogue.putContent(content, withTheDot);
        look();
        dialogue.rest();
    }

    /**
     * Sends the final dot: from here on, silence does not mean that nothing was accepted. If the server has gone or spoken
     * while the point was passed, that is noticed first, because here it leaves no doubt.
     */
    void handOver(Passage passage) throws SmtpFailure {
        look();
        if (Thread.currentThread().isInterrupted() || !passage.handOver()) {
            throw dialogue.silence(null);
        }
        dialogue.enter(Stage.HANDOVER);
        sendDot();
        dialogue.require(dialogue.read());
        mails++;
    }

    /** Looks whether the server has gone or spoken, if it had time to since it was heard. */
    private void look() throws SmtpFailure {
        if (dialogue.now() - heardAt > WORTH_A_LOOK) {
            dialogue.requireSilence();
        }
    }

    private void sendDot() throws SmtpFailure {
        try {
            dialogue.put(".");
            dialogue.flush();
        } catch (SmtpFailure failure) {
            throw dialogue.wire().hasFailedToWrite() ? failure.beforeTheDot() : failure;
        }
    }

    /** Takes leave. */
    void leave() {
        dialogue.leave();
    }

    /** Drops the connection. */
    @Override
    public void close() {
        dialogue.close();
    }
}
