package dev.provisioning.notifications.testkit;

import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How a {@link ScriptedSmtpServer} answers on one connection: as its script says, or else as usual. For one thread. */
final class SmtpVoice {
    /** The steps whose answers may wait for those of the commands that came with them (RFC 2920 section 3.2). */
    private static final Set<SmtpStep> GROUPED = EnumSet.of(SmtpStep.MAIL, SmtpStep.RCPT, SmtpStep.RSET);

    private final ScriptedSmtpServer server;
    private final SmtpWire wire;
    private final int number;
    private final CountDownLatch closed;

    SmtpVoice(ScriptedSmtpServer server, SmtpWire wire, int number, CountDownLatch closed) {
        this.server = server;
        this.wire = wire;
        this.number = number;
        this.closed = closed;
    }

    void say(String line) throws IOException {
        wire.write(SmtpWire.bytes(List.of(line)));
    }

    char answer(SmtpStep step, String... usual) throws IOException {
        return answerFor(null, step, usual);
    }

    /** Says what the script or else the custom says, and tells the first digit of it. */
    char answerFor(@Nullable String recipient, SmtpStep step, String... usual) throws IOException {
        SmtpReaction scripted = server.reaction(step, number, recipient);
        char digit = act(scripted == null ? new SmtpReaction.Reply(List.of(usual)) : scripted);
        if (!GROUPED.contains(step)) {
            wire.flush();
        }
        return digit;
    }

    /** What the script has for a step at which nothing is usually said; null if nothing. */
    @Nullable
    SmtpReaction scripted(SmtpStep step) {
        return server.reaction(step, number, null);
    }

    /** Does something, and tells the first digit of the reply that it is, if it leaves the conversation going on. */
    char act(SmtpReaction reaction) throws IOException {
        if (reaction instanceof SmtpReaction.Reply reply) {
            wire.hold(reply.lines());
            return digit(reply);
        }
        wire.flush();
        if (reaction instanceof SmtpReaction.Pieces pieces) {
            say(pieces);
            return digit(pieces.reply());
        }
        if (reaction instanceof SmtpReaction.Say words) {
            wire.write(words.latin().getBytes(StandardCharsets.ISO_8859_1));
            silence(words.drops());
        } else if (reaction instanceof SmtpReaction.Reset) {
            wire.reset();
        } else if (reaction instanceof SmtpReaction.Stall) {
            silence(false);
        } else if (reaction instanceof SmtpReaction.Block) {
            pause(Duration.ofNanos(Long.MAX_VALUE));
        }
        throw new Ended();
    }

    private char digit(SmtpReaction.Reply reply) throws IOException {
        if (reply.last().startsWith("421")) {
            wire.flush();
            throw new Ended();
        }
        return reply.last().charAt(0);
    }

    private void say(SmtpReaction.Pieces pieces) throws IOException {
        byte[] bytes = SmtpWire.bytes(pieces.reply().lines());
        for (int from = 0; from < bytes.length; from += pieces.size()) {
            pause(pieces.pause());
            wire.write(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + pieces.size())));
        }
    }

    private void silence(boolean ends) throws IOException {
        if (!ends) {
            wire.swallow();
        }
    }

    private void pause(Duration time) throws IOException {
        try {
            if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Ended();
            }
        } catch (InterruptedException e) {
            throw new Ended();
        }
    }

    /** The conversation is over as the script wants it. */
    static final class Ended extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;
    }
}
