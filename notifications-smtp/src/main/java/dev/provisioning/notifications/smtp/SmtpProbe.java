package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.RecipientOutcome.Status;
import dev.provisioning.notifications.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@link SmtpTransport#probe} has found. Immutable and thread-safe.
 *
 * @param server which server was tried, without user and password
 * @param fault what is wrong with it; null if nothing is, or no more than that it would refuse some of the recipients
 * @param offers what it offers, as it says so, such as {@code SIZE 35651584}; empty if it did not come so far
 * @param tls what is known about TLS; null if none is spoken
 * @param recipients what it says to each of the recipients, in the order in which they were asked about; empty if it did not come so far
 * @param took how long each stage took that came to its end, in the order of {@link Stage}; those that came twice added up
 */
public record SmtpProbe(
        String server,
        @Nullable DeliveryFault fault,
        Set<String> offers,
        @Nullable Tls tls,
        List<RecipientOutcome> recipients,
        Map<Stage, Duration> took) {
    /** Keeps copies. */
    public SmtpProbe {
        offers = Collections.unmodifiableSet(new TreeSet<>(offers));
        recipients = List.copyOf(recipients);
        Map<Stage, Duration> stages = new EnumMap<>(Stage.class);
        stages.putAll(took);
        took = Collections.unmodifiableMap(stages);
    }

    /**
     * How TLS is spoken.
     *
     * @param protocol such as {@code TLSv1.3}
     * @param cipherSuite its name in the registry of IANA
     * @param certificateExpires until when the certificate of the server is valid
     */
    public record Tls(String protocol, String cipherSuite, Instant certificateExpires) {}

    /** {@return whether nothing is wrong with the server, and every recipient that was asked about would be accepted} */
    public boolean isReady() {
        return fault == null && recipients.stream().allMatch(outcome -> outcome.status() == Status.ACCEPTED);
    }

    /** {@return all of it in words for an administrator, on several lines; addresses masked, no secrets} */
    public String report() {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(server + (isReady() ? " is ready" : " is not ready"));
        if (fault != null) {
            lines.add("wrong: " + fault);
        }
        for (RecipientOutcome outcome : recipients) {
            lines.add("to " + outcome.recipient().masked() + ": " + words(outcome));
        }
        if (tls != null) {
            lines.add("TLS: " + tls.protocol() + ", " + tls.cipherSuite() + ", certificate valid until "
                    + tls.certificateExpires());
        }
        if (!offers.isEmpty()) {
            lines.add("offers: " + String.join(", ", offers));
        }
        List<String> times = new ArrayList<>();
        took.forEach((stage, time) -> times.add(stage + " " + time.toMillis() + " ms"));
        if (!times.isEmpty()) {
            lines.add("took: " + String.join(", ", times));
        }
        return lines.toString();
    }

    private static String words(RecipientOutcome outcome) {
        return outcome.status() + (outcome.fault() == null ? "" : ", " + outcome.fault());
    }
}
