package dev.provisioning.notifications.testkit;

import java.time.Duration;
import java.util.List;

/** What a {@link ScriptedSmtpServer} does at a step instead of what it would. */
sealed interface SmtpReaction {
    /** {@return whether the server has taken responsibility for the mail when it does this after the final dot} */
    default boolean accepts() {
        return false;
    }

    /** Says these lines. A code of 421 also ends the connection. */
    record Reply(List<String> lines) implements SmtpReaction {
        String last() {
            return lines.get(lines.size() - 1);
        }

        @Override
        public boolean accepts() {
            return last().startsWith("2");
        }
    }

    /** Says a reply in pieces of so many bytes, with a pause before each. */
    record Pieces(Reply reply, int size, Duration pause) implements SmtpReaction {
        @Override
        public boolean accepts() {
            return reply.accepts();
        }
    }

    /** Says something, one character per byte, and then nothing more: silent as {@link Stall}, or gone as {@link Drop}. */
    record Say(String latin, boolean drops) implements SmtpReaction {
        @Override
        public boolean accepts() {
            return latin.startsWith("2");
        }
    }

    /** Closes the connection as a server does that ends. */
    record Drop() implements SmtpReaction {}

    /** Closes the connection as a server does that crashes: TCP RST. */
    record Reset() implements SmtpReaction {}

    /** Says nothing, whatever comes, until the client goes or the server is closed. */
    record Stall() implements SmtpReaction {}

    /** Says nothing and reads nothing, until the server is closed. */
    record Block() implements SmtpReaction {}

    /** Takes responsibility for the mail, and closes the connection before saying so (RFC 1047). */
    record AcceptThenDrop() implements SmtpReaction {
        @Override
        public boolean accepts() {
            return true;
        }
    }
}
