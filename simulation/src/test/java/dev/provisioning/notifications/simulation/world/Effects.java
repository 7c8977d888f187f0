package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.simulation.plan.Effect;
import dev.provisioning.notifications.spi.Claim;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.SentMail;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells by two ledgers what a change is about. */
final class Effects {
    private Effects() {}

    static Effect of(Ledger before, Ledger after) {
        if (after.slot().number() > before.slot().number()) {
            SentMail mail = after.lastMail();
            return mail != null && mail.inDoubt() ? Effect.DOUBT : Effect.ACCEPT;
        }
        Phase from = before.slot().phase();
        Phase to = after.slot().phase();
        boolean underWay = from == Phase.CLAIMED || from == Phase.HANDED_OVER;
        return switch (to) {
            case HANDED_OVER -> from == Phase.CLAIMED ? Effect.MARK : ofEntries(before, after);
            case CLAIMED -> ofClaim(before, after);
            case RETRY, REJECTED, MISCONFIGURED -> underWay ? Effect.REFUSE : ofEntries(before, after);
            case IDLE, GATHERING -> underWay ? Effect.GIVE_BACK : ofEntries(before, after);
        };
    }

    private static Effect ofClaim(Ledger before, Ledger after) {
        if (before.slot().phase() != Phase.CLAIMED) {
            return Effect.CLAIM;
        }
        return Objects.equals(token(before), token(after)) ? ofEntries(before, after) : Effect.TAKE_OVER;
    }

    private static Effect ofEntries(Ledger before, Ledger after) {
        if (before.entries().equals(after.entries())) {
            return Effect.POSTPONE;
        }
        if (after.entries().isEmpty()) {
            return Effect.DROP;
        }
        boolean held = after.entries().values().stream()
                .anyMatch(entry -> entry.status() == Entry.Status.HELD && entry.version() == after.revision());
        return held ? Effect.HOLD : Effect.RESOLVE;
    }

    private static @Nullable String token(Ledger ledger) {
        Claim claim = ledger.slot().claim();
        return claim == null ? null : claim.token();
    }
}
