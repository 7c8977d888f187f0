package dev.provisioning.notifications.core.transport;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome.Status;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hands each recipient to the transport for its {@linkplain Recipient#kind() kind}: mail addresses to one, chat rooms to
 * another. All of a kind make one part of the mail; the parts go one after the other.
 *
 * <p>The parts share one pass of the point of no return: the first to reach it passes it, later ones go under the same
 * mark. If passing it throws, that exception is thrown and nothing else is sent.
 *
 * <p>The answer is made of all parts:
 * <ul>
 *   <li>If any recipient was accepted: accepted, with an outcome for every recipient. In a part that was to be tried
 *       again or <strong>is in doubt</strong>, each is {@link Status#DEFERRED} with its fault; in one that was rejected
 *       or misconfigured, {@link Status#REFUSED}. The slot is used, so neither gets this mail again.
 *   <li>Otherwise in doubt if any part is, else retry if any part is, else misconfigured if any part is, else rejected.
 *   <li>A part whose transport throws is in doubt if that transport had passed the point, and else to be tried again.
 *   <li>A kind without a transport is a misconfigured part.
 * </ul>
 * An interrupted thread begins no further part. Thread-safe if the transports are.
 *
 * <pre>{@code
 * Transport transport = RoutingTransport.builder()
 *         .route(Recipient.MAIL, smtp)
 *         .route("chat", chat)
 *         .build();
 * }</pre>
 */
public final class RoutingTransport implements Transport {
    private final Map<String, Transport> routes;

    private RoutingTransport(Map<String, Transport> routes) {
        this.routes = Map.copyOf(routes);
    }

    /** {@return a builder that still needs a {@link Builder#route(String, Transport)}} */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public DeliveryResult deliver(Notification notification, PointOfNoReturn point) {
        WatchedPoint mark = new WatchedPoint(point);
        List<Part> parts = new ArrayList<>();
        byKind(notification.recipients()).forEach((kind, recipients) -> {
            DeliveryResult result = deliverPart(kind, notification.withRecipients(recipients), mark);
            parts.add(new Part(recipients, result));
        });
        return Part.combine(parts);
    }

    @Override
    public void close() {
        Set<Transport> each = Collections.newSetFromMap(new IdentityHashMap<>());
        each.addAll(routes.values());
        Closing.all(each);
    }

    private static Map<String, List<Recipient>> byKind(List<Recipient> recipients) {
        return recipients.stream()
                .collect(Collectors.groupingBy(Recipient::kind, LinkedHashMap::new, Collectors.toList()));
    }

    private DeliveryResult deliverPart(String kind, Notification part, WatchedPoint mark) {
        Transport transport = routes.get(kind);
        if (transport == null) {
            return DeliveryResult.misconfigured(Stage.RECIPIENT, "no transport for recipients of kind " + kind);
        }
        if (Thread.currentThread().isInterrupted()) {
            return DeliveryResult.retry(Stage.CONNECT, "interrupted before the part for " + kind);
        }
        WatchedPoint own = new WatchedPoint(() -> {
            if (!mark.isPassed()) {
                mark.pass();
            }
        });
        DeliveryResult result = judged(kind, transport, part, own, mark);
        mark.rethrowRefusal();
        return result;
    }

    private static DeliveryResult judged(
            String kind, Transport transport, Notification part, WatchedPoint own, WatchedPoint mark) {
        try {
            return transport.deliver(part, own);
        } catch (RuntimeException e) {
            mark.rethrowRefusal();
            if (e instanceof HandoverRefusedException && !mark.isTouched()) {
                throw e;
            }
            String text = "the transport for " + kind + " threw " + e.getClass().getName();
            return own.isPassed() ? DeliveryResult.inDoubt(text) : DeliveryResult.retry(Stage.CONTENT, text);
        }
    }

    /** Gathers routes. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Transport> routes = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Says which transport serves a kind of recipients.
         *
         * @param kind the kind, as in {@link Recipient#kind()}
         * @param transport what delivers to them; closed when the routing transport is
         * @return this builder
         * @throws IllegalArgumentException if the kind has a transport already
         */
        public Builder route(String kind, Transport transport) {
            Objects.requireNonNull(transport, "routing.transport");
            if (routes.putIfAbsent(Objects.requireNonNull(kind, "routing.kind"), transport) != null) {
                throw new IllegalArgumentException("routing.kind has a transport already: " + kind);
            }
            return this;
        }

        /**
         * Makes the transport.
         *
         * @return the transport
         * @throws IllegalArgumentException if there is no route
         */
        public RoutingTransport build() {
            if (routes.isEmpty()) {
                throw new IllegalArgumentException("routing.routes is empty");
            }
            return new RoutingTransport(routes);
        }
    }
}
