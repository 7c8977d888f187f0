package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.Explanation.Verdict;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Slot;
import dev.provisioning.notifications.spi.StoreException;
import dev.provisioning.notifications.spi.Trouble;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says why a mail will go out for an application, or why not. */
final class Explainer {
    private final Parts parts;
    private final Gate gate;

    Explainer(Parts parts, Gate gate) {
        this.parts = parts;
        this.gate = gate;
    }

    Explanation explain(AppId app) {
        if (parts.store().isLostJustNow()) {
            return storeLost(app);
        }
        Ledger ledger;
        try {
            ledger = parts.store().read(app);
        } catch (StoreException e) {
            return storeLost(app);
        }
        Optional<Subscription> subscription = parts.subscriptions().find(app);
        Verdict verdict = subscription.isEmpty()
                ? Verdict.SUBSCRIPTION_UNKNOWN
                : subscription.get().active() ? active(ledger, subscription.get()) : Verdict.SWITCHED_OFF;
        return explanation(ledger, verdict);
    }

    private static Explanation storeLost(AppId app) {
        return new Explanation(app, Verdict.STORE_LOST, null, 0, 0, null, null, null);
    }

    private Verdict active(Ledger ledger, Subscription subscription) {
        Slot slot = ledger.slot();
        return switch (slot.phase()) {
            case IDLE -> Verdict.NOTHING_HELD;
            case CLAIMED, HANDED_OVER -> Verdict.SENDING;
            case REJECTED -> Verdict.REJECTED;
            case MISCONFIGURED -> Verdict.MISCONFIGURED;
            case RETRY -> gate.fault().isPresent() ? Verdict.TRANSPORT_PAUSED : Verdict.RETRYING;
            case GATHERING -> gathering(ledger, subscription);
        };
    }

    private Verdict gathering(Ledger ledger, Subscription subscription) {
        Instant opens = parts.machine().opensAt(ledger.app(), ledger.slot(), subscription.zone());
        if (parts.clock().instant().isBefore(opens)) {
            return Verdict.SLOT_USED;
        }
        return gate.fault().isPresent() ? Verdict.TRANSPORT_PAUSED : Verdict.GATHERING;
    }

    private Explanation explanation(Ledger ledger, Verdict verdict) {
        Slot slot = ledger.slot();
        Trouble trouble = slot.trouble();
        return new Explanation(
                ledger.app(),
                verdict,
                verdict != Verdict.SWITCHED_OFF && slot.phase().isWaiting() ? slot.dueAt() : null,
                ledger.held().size(),
                slot.attempts(),
                trouble == null ? null : trouble.since(),
                fault(verdict, trouble),
                ledger.lastMail());
    }

    private @Nullable DeliveryFault fault(Verdict verdict, @Nullable Trouble trouble) {
        return switch (verdict) {
            case TRANSPORT_PAUSED -> gate.fault().orElse(null);
            case NOTHING_HELD, SWITCHED_OFF -> null;
            default -> trouble == null ? null : trouble.fault();
        };
    }
}
