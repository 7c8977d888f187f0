package dev.provisioning.notifications.core.transport;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.DeliveryResult.Accepted;
import dev.provisioning.notifications.DeliveryResult.Rejected;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.RecipientOutcome.Status;
import dev.provisioning.notifications.Transport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps a staging system from writing to anybody real: what is not on the allow-list goes to one fixed recipient.
 *
 * <p>Several redirected recipients become one. Outcomes are told of the recipients that the mail was meant for: each has
 * the outcome of the one it really went to.
 *
 * <p>An entry of the allow-list is an exact address, of mail or any other kind, or a domain of mail addresses, with or
 * without an {@code @} before it. In mail addresses upper and lower case differ before the {@code @} and not behind it; a
 * domain does not stand for its subdomains. Thread-safe if the transport is.
 *
 * <pre>{@code
 * Transport staging = RedirectTransport.to(smtp, Recipient.mail("staging@example.com"), "example.com");
 * }</pre>
 */
public final class RedirectTransport implements Transport {
    private final Transport transport;
    private final Recipient staging;
    private final AllowList allowed;

    private RedirectTransport(Transport transport, Recipient staging, AllowList allowed) {
        this.transport = transport;
        this.staging = staging;
        this.allowed = allowed;
    }

    /**
     * Redirects what a transport delivers.
     *
     * @param transport what delivers; closed when this is
     * @param staging who gets what is not allowed to go anywhere else
     * @param allowed addresses and domains that are written to as usual; none by default
     * @return a transport that writes to the staging recipient and the allowed ones only
     * @throws IllegalArgumentException if an allowed entry is neither address nor domain
     */
    public static RedirectTransport to(Transport transport, Recipient staging, String... allowed) {
        return new RedirectTransport(
                Objects.requireNonNull(transport, "redirect.transport"),
                Objects.requireNonNull(staging, "redirect.staging"),
                AllowList.of(allowed));
    }

    @Override
    public DeliveryResult deliver(Notification notification, PointOfNoReturn point) {
        List<Recipient> meant = notification.recipients();
        List<Recipient> real = meant.stream().map(this::real).distinct().toList();
        return told(meant, transport.deliver(notification.withRecipients(real), point));
    }

    @Override
    public void close() {
        transport.close();
    }

    private Recipient real(Recipient meant) {
        return allowed.contains(meant) ? meant : staging;
    }

    private DeliveryResult told(List<Recipient> meant, DeliveryResult result) {
        if (result instanceof Accepted accepted) {
            List<RecipientOutcome> told = told(meant, accepted.outcomes());
            return told.stream().anyMatch(RedirectTransport::isAccepted) ? new Accepted(told) : accepted;
        }
        if (result instanceof Rejected rejected) {
            return new Rejected(rejected.fault(), told(meant, rejected.outcomes()));
        }
        return result;
    }

    private static boolean isAccepted(RecipientOutcome outcome) {
        return outcome.status() == Status.ACCEPTED;
    }

    private List<RecipientOutcome> told(List<Recipient> meant, List<RecipientOutcome> outcomes) {
        Map<Recipient, RecipientOutcome> byReal = outcomes.stream()
                .collect(Collectors.toMap(RecipientOutcome::recipient, Function.identity(), (first, second) -> first));
        return meant.stream()
                .flatMap(recipient -> Stream.ofNullable(byReal.get(real(recipient)))
                        .map(outcome -> new RecipientOutcome(recipient, outcome.status(), outcome.fault())))
                .toList();
    }
}
