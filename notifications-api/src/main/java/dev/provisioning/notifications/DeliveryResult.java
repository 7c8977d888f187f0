package dev.provisioning.notifications;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a delivery. All variants are immutable and thread-safe. */
public sealed interface DeliveryResult {
    /**
     * The server has taken responsibility for the mail, for at least one recipient: the slot is used.
     *
     * @param outcomes what became of it for each recipient; at least one is accepted
     */
    record Accepted(List<RecipientOutcome> outcomes) implements DeliveryResult {
        /**
         * Records an acceptance.
         *
         * @throws IllegalArgumentException if no recipient was accepted
         */
        public Accepted {
            outcomes = Check.list("result.outcomes", outcomes, Subscription.MAX_RECIPIENTS);
            if (outcomes.stream().noneMatch(o -> o.status() == RecipientOutcome.Status.ACCEPTED)) {
                throw new IllegalArgumentException("result.outcomes has no accepted recipient: " + outcomes);
            }
        }
    }

    /**
     * The mail was certainly not accepted, and a later attempt may succeed.
     *
     * @param fault why
     * @param notBefore how long to wait at least, if the server has said so; more than a day is taken as a day
     */
    record Retry(DeliveryFault fault, @Nullable Duration notBefore) implements DeliveryResult {
        /** Records a failure that may pass. */
        public Retry {
            Check.present("result.fault", fault);
        }
    }

    /**
     * The mail was certainly not accepted, and the same mail to the same recipients never will be.
     *
     * @param fault why
     * @param outcomes what became of it for each recipient, as far as that is known
     */
    record Rejected(DeliveryFault fault, List<RecipientOutcome> outcomes) implements DeliveryResult {
        /** Records a refusal. */
        public Rejected {
            Check.present("result.fault", fault);
            outcomes = Check.list("result.outcomes", outcomes, Subscription.MAX_RECIPIENTS);
        }
    }

    /**
     * The mail was certainly not accepted, and an administrator of the sending side must act first.
     *
     * @param fault what to mend
     */
    record Misconfigured(DeliveryFault fault) implements DeliveryResult {
        /** Records a fault in the set-up. */
        public Misconfigured {
            Check.present("result.fault", fault);
        }
    }

    /**
     * The mail was handed over and no answer came: perhaps it was accepted. The slot counts as used.
     *
     * @param fault what is known
     */
    record InDoubt(DeliveryFault fault) implements DeliveryResult {
        /** Records a doubt. */
        public InDoubt {
            Check.present("result.fault", fault);
        }
    }

    /**
     * The server has accepted a mail for all its recipients.
     *
     * @param notification the mail
     * @return that result
     */
    static DeliveryResult accepted(Notification notification) {
        return new Accepted(notification.recipients().stream()
                .map(RecipientOutcome::accepted)
                .toList());
    }

    /**
     * The mail was certainly not accepted, and a later attempt may succeed.
     *
     * @param stage how far the delivery had come
     * @param text what happened, safe to log
     * @return that result
     */
    static DeliveryResult retry(Stage stage, String text) {
        return new Retry(DeliveryFault.at(stage, text), null);
    }

    /**
     * The mail was certainly not accepted, and never will be.
     *
     * @param stage how far the delivery had come
     * @param text what happened, safe to log
     * @return that result
     */
    static DeliveryResult rejected(Stage stage, String text) {
        return new Rejected(DeliveryFault.at(stage, text), List.of());
    }

    /**
     * The mail was certainly not accepted, and an administrator of the sending side must act first.
     *
     * @param stage how far the delivery had come
     * @param text what to mend, safe to log
     * @return that result
     */
    static DeliveryResult misconfigured(Stage stage, String text) {
        return new Misconfigured(DeliveryFault.at(stage, text));
    }

    /**
     * The mail was handed over, and no answer came.
     *
     * @param text what happened, safe to log
     * @return that result
     */
    static DeliveryResult inDoubt(String text) {
        return new InDoubt(DeliveryFault.at(Stage.HANDOVER, text));
    }
}
