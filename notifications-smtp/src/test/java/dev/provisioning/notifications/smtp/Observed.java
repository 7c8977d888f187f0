package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What really happened to a mail.
 *
 * @param result what the transport said
 * @param waited how much time passed, because nothing else would have ended it
 * @param mails how many mails the server has taken responsibility for
 * @param commands what the client has said, one list for each connection
 */
record Observed(DeliveryResult result, Duration waited, int mails, List<List<String>> commands) {
    static Observed of(DeliveryResult result, Duration waited, ScriptedSmtpServer server) {
        return new Observed(result, waited, server.mails().size(), server.commands());
    }

    static Observed withoutServer(DeliveryResult result, Duration waited) {
        return new Observed(result, waited, 0, List.of());
    }

    /** The class of the result, in the words of the table. */
    String meaning() {
        if (result instanceof DeliveryResult.Accepted) {
            return "accepted";
        }
        if (result instanceof DeliveryResult.Retry) {
            return "retry";
        }
        if (result instanceof DeliveryResult.Rejected) {
            return "permanent";
        }
        return result instanceof DeliveryResult.Misconfigured ? "config" : "in doubt";
    }

    /** Null if the mail was accepted. */
    @Nullable
    DeliveryFault fault() {
        return result instanceof DeliveryResult.Accepted ? null : Fixtures.faultOf(result);
    }

    /** Without what differs from run to run and from system to system. */
    String text() {
        DeliveryFault fault = fault();
        return fault == null
                ? ""
                : fault.text()
                        .replaceFirst("(connection broke: ).*", "$1…")
                        .replaceFirst("(no connection to )\\S+: ", "$1…: ")
                        .replaceFirst("(no connection to …: )(?!the server took too long).*", "$1…");
    }
}
