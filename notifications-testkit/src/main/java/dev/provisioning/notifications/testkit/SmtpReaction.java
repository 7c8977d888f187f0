package dev.provisioning.notifications.testkit;

import java.time.Duration;
import java.util.List;

/** What a {@link ScriptedSmtpServer} does at a step instead of what it would. */
sealed interface SmtpReaction {
    /** Says these lines. A code of 421 also ends the connection. */
    record Reply(List<String> lines) implements SmtpReaction {
        String last() {
            return lines.get(lines.size() - 1);
        }
    }

    /** Says a line byte by byte, with a pause before each. */
    record Drip(String line, Duration pause) implements SmtpReaction {}

    /** Closes the connection as a server does that ends. */
    record Drop() implements SmtpReaction {}

    /** Closes the connection as a server does that crashes: TCP RST. */
    record Reset() implements SmtpReaction {}

    /** Says nothing, whatever comes, until the client goes or the server is closed. */
    record Stall() implements SmtpReaction {}

    /** Says nothing and reads nothing, until the server is closed. */
    record Block() implements SmtpReaction {}

    /** Takes responsibility for the mail, and closes the connection before saying so (RFC 1047). */
    record AcceptThenDrop() implements SmtpReaction {}
}
