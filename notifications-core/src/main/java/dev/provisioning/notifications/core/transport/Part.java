package dev.provisioning.notifications.core.transport;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.DeliveryResult.Accepted;
import dev.provisioning.notifications.DeliveryResult.InDoubt;
import dev.provisioning.notifications.DeliveryResult.Misconfigured;
import dev.provisioning.notifications.DeliveryResult.Rejected;
import dev.provisioning.notifications.DeliveryResult.Retry;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What became of a mail for some of its recipients.
 *
 * @param recipients those
 * @param result what became of it
 */
record Part(List<Recipient> recipients, DeliveryResult result) {
    /** The graver comes first: what may have left must not be sent again, what may yet leave must not be given up. */
    private static final List<Class<? extends DeliveryResult>> GRAVITY =
            List.of(InDoubt.class, Retry.class, Misconfigured.class, Rejected.class);

    /** Makes one result of those of all parts, of which there is at least one. */
    static DeliveryResult combine(List<Part> parts) {
        if (parts.stream().anyMatch(part -> part.result instanceof Accepted)) {
            return new Accepted(outcomes(parts));
        }
        DeliveryResult gravest = parts.stream()
                .map(Part::result)
                .min(Comparator.comparingInt(result -> GRAVITY.indexOf(result.getClass())))
                .orElseThrow();
        return gravest instanceof Rejected rejected ? new Rejected(rejected.fault(), outcomes(parts)) : gravest;
    }

    private static List<RecipientOutcome> outcomes(List<Part> parts) {
        return parts.stream().flatMap(Part::outcomes).toList();
    }

    private Stream<RecipientOutcome> outcomes() {
        if (result instanceof Accepted accepted) {
            return accepted.outcomes().stream();
        }
        if (result instanceof Retry retry) {
            return each(recipient -> RecipientOutcome.deferred(recipient, retry.fault()));
        }
        if (result instanceof InDoubt doubt) {
            return each(recipient -> RecipientOutcome.deferred(recipient, doubt.fault()));
        }
        if (result instanceof Misconfigured broken) {
            return each(recipient -> RecipientOutcome.refused(recipient, broken.fault()));
        }
        Rejected rejected = (Rejected) result;
        return each(recipient -> RecipientOutcome.refused(recipient, fault(rejected, recipient)));
    }

    private Stream<RecipientOutcome> each(Function<Recipient, RecipientOutcome> outcome) {
        return recipients.stream().map(outcome);
    }

    private static DeliveryFault fault(Rejected rejected, Recipient recipient) {
        return rejected.outcomes().stream()
                .filter(outcome -> outcome.recipient().equals(recipient))
                .map(RecipientOutcome::fault)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(rejected.fault());
    }
}
