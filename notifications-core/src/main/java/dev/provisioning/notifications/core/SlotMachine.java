package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.NotificationPolicy;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.spi.Claim;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Handover;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.Slot;
import dev.provisioning.notifications.spi.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to an application next: pure functions of its ledger, an event and the time.
 *
 * <p>This is the hard part of the library, and these are the rules it rests on:
 *
 * <ul>
 *   <li>A mail leaves only behind the <em>mark</em>, a step from CLAIMED to HANDED_OVER that only the present token can
 *       make, once. A claim can be taken over, then its token is worth nothing; a handed-over slot cannot.
 *   <li>Every step is a compare-and-set on the revision of the whole ledger. A step computed from anything but the
 *       newest state does not take effect, so each guard below is as good as a lock.
 *   <li>A mail covers what has not changed since the <em>cut</em> it was composed from. What was reported meanwhile has
 *       a later version and stays held.
 *   <li>Windows are told by the instant of the mark. When the next slot opens is stored with it; what counts is the
 *       later of that and of what the policy says now, at the claim and again at the mark.
 *   <li>Using a slot and opening the next are one step, in which "is anything held?" is answered too.
 * </ul>
 *
 * <p>The owner's way is claim → mark → accepted, refused or unanswered. Leases decide only who may try, never whether a
 * second mail is sent.
 */
final class SlotMachine {
    /** What came of an attempt to claim. */
    enum Claimed {
        /** The slot is ours; the ledger of the step is the cut to compose from. */
        YES,
        /** It is not time, or somebody else is at work. */
        NOT_NOW,
        /** Its owner is gone, and the mail it handed over is in doubt now. */
        WAS_LEFT_IN_DOUBT
    }

    /** What came of an attempt to pass the point of no return. */
    enum Marked {
        /** The mail may leave. */
        YES,
        /** Somebody has taken the slot over. */
        TAKEN_OVER,
        /** The slot is not open yet: the zone or the clock has changed since the claim. */
        NOT_OPEN,
        /** Nothing is held any more. */
        NOTHING_HELD
    }

    /** An instant further away than this and the policy's longest window comes from a clock that was wrong. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(7);

    private final NotificationPolicy policy;
    private final WhenInDoubt whenInDoubt;
    private final int maxIssues;

    SlotMachine(NotificationPolicy policy, WhenInDoubt whenInDoubt, int maxIssues) {
        this.policy = policy;
        this.whenInDoubt = whenInDoubt;
        this.maxIssues = maxIssues;
    }

    /** After this instant, nothing that was stored is to be believed. */
    Instant horizon(Instant now) {
        return now.plus(policy.longestWindow()).plus(CLOCK_TOLERANCE);
    }

    /** When the slot opens: the later of what was stored and of what the policy says for the present zone. */
    Instant opensAt(AppId app, Slot slot, ZoneId zone) {
        Instant stored = slot.opensAt();
        if (slot.usedAt() == null || stored == null) {
            return Instant.MIN;
        }
        Instant present = policy.opensAt(app, slot.usedAt(), zone);
        return stored.isAfter(present) ? stored : present;
    }

    /** When the slot after a mail that leaves now opens. */
    Instant nextOpensAt(AppId app, Instant now, ZoneId zone) {
        return policy.opensAt(app, now, zone);
    }

    // ---------------------------------------------------------------------------------------------- reports

    /**
     * Issues were reported. Each is held, in their order, if it was not held before; else it is merged, for which the zone
     * is not asked.
     */
    Step<List<Disposition>> hold(Ledger ledger, Collection<Reported> reports, Supplier<ZoneId> zone, Instant now) {
        Entries entries = Entries.of(ledger);
        List<Entries.Added> added = reports.stream()
                .map(report -> entries.add(report, now, maxIssues))
                .toList();
        boolean fresh = added.contains(Entries.Added.HELD) || added.contains(Entries.Added.WORSE);
        Slot next = fresh ? awaited(ledger, zone.get(), now) : ledger.slot();
        List<Disposition> answers = added.stream()
                .map(each -> each == Entries.Added.HELD ? Disposition.HELD : Disposition.MERGED)
                .toList();
        return new Step<>(ledger.successor(next, entries.toMap(), ledger.lastMail()), answers);
    }

    /** An issue is over; only if it is of a certain version, unless that is null. */
    Step<Boolean> resolve(Ledger ledger, String key, @Nullable Long version, Instant now) {
        Entry known = ledger.entries().get(key);
        if (known == null || (version != null && known.version() != version)) {
            return new Step<>(ledger, false);
        }
        Entries entries = Entries.of(ledger);
        boolean resolved = entries.resolve(key, isUnderWay(ledger.slot()), now);
        return resolved ? new Step<>(rested(ledger, entries), true) : new Step<>(ledger, false);
    }

    /** A cycle is complete: what it has not seen of what was there, and nobody reported since a revision, is over. */
    Step<List<String>> completeCycle(Ledger ledger, Set<String> unseen, long since, Instant now) {
        Entries entries = Entries.of(ledger);
        List<String> resolved = entries.resolveAll(unseen, since, isUnderWay(ledger.slot()), now);
        return new Step<>(resolved.isEmpty() ? ledger : rested(ledger, entries), resolved);
    }

    /** The engine is certain that nothing shall leave: stops a mail before the mark, and drops everything. */
    Step<Integer> deactivate(Ledger ledger) {
        Slot slot = ledger.slot();
        if (ledger.entries().isEmpty() && slot.phase() == Phase.IDLE) {
            return new Step<>(ledger, 0);
        }
        Slot next = slot.phase() == Phase.HANDED_OVER ? slot : atRest(slot);
        return new Step<>(
                ledger.successor(next, Map.of(), ledger.lastMail()),
                ledger.held().size());
    }

    /** Nothing that tells of people shall be kept; that a slot was used is not forgotten. */
    Step<Integer> erase(Ledger ledger) {
        Slot slot = ledger.slot();
        Claim claim = slot.claim();
        Handover mark = mark(slot);
        Slot next = claim == null || mark == null
                ? atRest(slot)
                : slot.handedOver(
                                claim.handedOver(new Handover(
                                        mark.at(), mark.opensAt(), mark.cut(), List.of(), "", mark.issues())),
                                Objects.requireNonNull(slot.dueAt()))
                        .troubled(null, 0);
        Ledger erased = ledger.successor(next, Map.of(), null);
        boolean same = ledger.entries().isEmpty() && ledger.lastMail() == null && next.equals(slot);
        return new Step<>(same ? ledger : erased, ledger.held().size());
    }

    // ------------------------------------------------------------------------------------------------ mails

    /** A node wants to send the mail. */
    Step<Claimed> claim(Ledger ledger, String owner, String token, Duration lease, ZoneId zone, Instant now) {
        Slot slot = believable(ledger, zone, now);
        Phase phase = slot.phase();
        if (phase == Phase.IDLE || !isOver(slot, now)) {
            return notNow(ledger, slot);
        }
        if (phase == Phase.HANDED_OVER) {
            return new Step<>(endedInDoubt(ledger, zone, now), Claimed.WAS_LEFT_IN_DOUBT);
        }
        if (!ledger.holdsAnything()) {
            return notNow(ledger, atRest(slot));
        }
        if (now.isBefore(opensAt(ledger.app(), slot, zone))) {
            return notNow(ledger, postponed(ledger, slot, zone, now));
        }
        return new Step<>(ledger.successor(slot.claimed(new Claim(owner, token, null), now.plus(lease))), Claimed.YES);
    }

    /** The owner is about to take the irrevocable step with a mail composed from a cut. */
    Step<Marked> mark(
            Ledger ledger,
            Ledger cut,
            String token,
            List<Recipient> recipients,
            String subject,
            Duration patience,
            ZoneId zone,
            Instant now) {
        Slot slot = ledger.slot();
        Claim claim = slot.claim();
        if (claim == null || slot.phase() != Phase.CLAIMED || !isHeldBy(slot, cut, token)) {
            return new Step<>(ledger, Marked.TAKEN_OVER);
        }
        if (!ledger.holdsAnything()) {
            return new Step<>(ledger.successor(atRest(slot)), Marked.NOTHING_HELD);
        }
        if (now.isBefore(opensAt(ledger.app(), slot, zone))) {
            return new Step<>(ledger.successor(postponed(ledger, slot, zone, now)), Marked.NOT_OPEN);
        }
        Handover mark = new Handover(
                now,
                policy.opensAt(ledger.app(), now, zone),
                cut.revision(),
                recipients,
                subject,
                cut.held().size());
        return new Step<>(ledger.successor(slot.handedOver(claim.handedOver(mark), now.plus(patience))), Marked.YES);
    }

    /** The mail was accepted: what it covers is reported, and the next slot opens when the policy says. */
    Step<Boolean> accepted(Ledger ledger, Ledger cut, String token, List<RecipientOutcome> outcomes, ZoneId zone) {
        Handover mark = mark(ledger.slot());
        if (mark == null || !isHeldBy(ledger.slot(), cut, token)) {
            return new Step<>(ledger, isAccepted(ledger.lastMail(), cut));
        }
        Entries entries = Entries.of(ledger);
        entries.reported(cut);
        SentMail mail = new SentMail(ledger.slot().number(), mark.at(), false, outcomes, mark.subject(), mark.issues());
        return new Step<>(used(ledger, entries, mail, zone), true);
    }

    /** The mail was handed over, and its owner has no answer. */
    Step<Boolean> unanswered(Ledger ledger, Ledger cut, String token, ZoneId zone, Instant nextAttempt) {
        boolean owned = mark(ledger.slot()) != null && isHeldBy(ledger.slot(), cut, token);
        return owned ? new Step<>(endedInDoubt(ledger, zone, nextAttempt), true) : new Step<>(ledger, false);
    }

    /**
     * The mail was certainly not accepted: it waits, in one of the waiting phases, for another attempt. It has stumbled
     * if it did not get as far as a transport.
     */
    Step<Boolean> refused(
            Ledger ledger,
            Ledger cut,
            String token,
            Phase waiting,
            @Nullable Trouble trouble,
            boolean stumbled,
            Instant nextAttempt) {
        Slot slot = ledger.slot();
        if (!isUnderWay(slot) || !isHeldBy(slot, cut, token)) {
            return new Step<>(ledger, false);
        }
        Slot tried = slot.waiting(waiting, nextAttempt).troubled(trouble, stumbled ? slot.stumbles() : 0);
        return new Step<>(ledger.successor(ledger.holdsAnything() ? tried : atRest(slot)), true);
    }

    /** The application turned out to be switched off: drops what the cut covers, and gives the claim back. */
    Step<Integer> switchedOff(Ledger ledger, Ledger cut, String token, ZoneId zone) {
        Slot slot = ledger.slot();
        if (slot.phase() != Phase.CLAIMED || !isHeldBy(slot, cut, token)) {
            return new Step<>(ledger, 0);
        }
        Entries entries = Entries.of(ledger);
        int dropped = entries.dropUpTo(cut.revision());
        Slot next = gathering(ledger.app(), atRest(slot), entries.toMap(), zone);
        return new Step<>(ledger.successor(next, entries.toMap(), ledger.lastMail()), dropped);
    }

    // ---------------------------------------------------------------------------------------------- helpers

    private static boolean isUnderWay(Slot slot) {
        return slot.phase() == Phase.CLAIMED || slot.phase() == Phase.HANDED_OVER;
    }

    private static boolean isHeldBy(Slot slot, Ledger cut, String token) {
        return slot.claim() != null
                && slot.claim().token().equals(token)
                && slot.number() == cut.slot().number();
    }

    /** Whether the acceptance is recorded already, though the answer to that was lost: only its owner can have done it. */
    private static boolean isAccepted(@Nullable SentMail last, Ledger cut) {
        return last != null && last.slot() == cut.slot().number() && !last.inDoubt();
    }

    private static @Nullable Handover mark(Slot slot) {
        return slot.claim() == null ? null : slot.claim().handover();
    }

    private boolean isOver(Slot slot, Instant now) {
        Instant due = slot.dueAt();
        return due != null && (!due.isAfter(now) || due.isAfter(horizon(now)));
    }

    private static Step<Claimed> notNow(Ledger ledger, Slot slot) {
        return new Step<>(slot.equals(ledger.slot()) ? ledger : ledger.successor(slot), Claimed.NOT_NOW);
    }

    private Slot postponed(Ledger ledger, Slot slot, ZoneId zone, Instant now) {
        Instant due = policy.dueAt(ledger.app(), now, opensAt(ledger.app(), slot, zone), zone);
        return slot.waiting(Phase.GATHERING, due);
    }

    /** The slot, once something fresh is held in it. */
    private Slot awaited(Ledger ledger, ZoneId zone, Instant now) {
        AppId app = ledger.app();
        Slot slot = believable(ledger, zone, now);
        Instant wanted = policy.dueAt(app, now, opensAt(app, slot, zone), zone);
        return switch (slot.phase()) {
            case IDLE -> slot.waiting(Phase.GATHERING, wanted);
            case GATHERING ->
                slot.dueAt() != null && slot.dueAt().isBefore(wanted) ? slot : slot.waiting(Phase.GATHERING, wanted);
            case CLAIMED, HANDED_OVER, RETRY, REJECTED, MISCONFIGURED -> slot;
        };
    }

    /** The slot with nothing to wait for: what was in the way of its mail is over, too. */
    private static Slot atRest(Slot slot) {
        return slot.idle().troubled(null, 0);
    }

    /** The ledger with other entries; a slot that waits for nothing any more is idle. */
    private static Ledger rested(Ledger ledger, Entries entries) {
        Slot slot = ledger.slot();
        boolean idle = slot.phase().isWaiting() && !entries.isAnythingHeld();
        return ledger.successor(idle ? atRest(slot) : slot, entries.toMap(), ledger.lastMail());
    }

    private Ledger endedInDoubt(Ledger ledger, ZoneId zone, Instant nextAttempt) {
        Handover mark = Objects.requireNonNull(mark(ledger.slot()), "mark");
        Entries entries = Entries.of(ledger);
        if (whenInDoubt == WhenInDoubt.ASSUME_SENT) {
            entries.assumeReported(mark);
        } else {
            entries.inDoubt(mark);
        }
        if (whenInDoubt == WhenInDoubt.RESEND && entries.isAnythingHeld()) {
            return ledger.successor(
                    ledger.slot().waiting(Phase.RETRY, nextAttempt), entries.toMap(), ledger.lastMail());
        }
        List<RecipientOutcome> outcomes =
                mark.recipients().stream().map(RecipientOutcome::accepted).toList();
        SentMail mail = new SentMail(ledger.slot().number(), mark.at(), true, outcomes, mark.subject(), mark.issues());
        return used(ledger, entries, mail, zone);
    }

    /** The slot is used, and the next one opened, gathering if anything is held for it. */
    private Ledger used(Ledger ledger, Entries entries, SentMail mail, ZoneId zone) {
        Slot next = gathering(ledger.app(), ledger.slot().next(), entries.toMap(), zone);
        return ledger.successor(next, entries.toMap(), mail);
    }

    /** An idle slot, made to wait for the first of what is held. */
    private Slot gathering(AppId app, Slot idle, Map<String, Entry> entries, ZoneId zone) {
        Instant opens = opensAt(app, idle, zone);
        return entries.values().stream()
                .filter(Entry::isHeld)
                .map(entry -> policy.dueAt(app, entry.heldAt(), opens, zone))
                .min(Comparator.naturalOrder())
                .map(due -> idle.waiting(Phase.GATHERING, due))
                .orElse(idle);
    }

    /** The slot without an opening that a wrong clock has left in a future too far away to be true. */
    private Slot believable(Ledger ledger, ZoneId zone, Instant now) {
        Slot slot = ledger.slot();
        boolean incredible = opensAt(ledger.app(), slot, zone).isAfter(horizon(now));
        return incredible ? slot.opening(now, policy.opensAt(ledger.app(), now, zone)) : slot;
    }
}
