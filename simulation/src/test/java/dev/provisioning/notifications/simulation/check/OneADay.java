package dev.provisioning.notifications.simulation.check;

import dev.provisioning.notifications.simulation.check.Deliveries.Delivery;
import dev.provisioning.notifications.simulation.check.Violation.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * At most one mail of a slot is accepted; and of two mails of an application that follow each other, the later was marked on a
 * later day than the earlier: by the calendar of the zone in which the earlier was marked, and by that of the zone in which the
 * later was. So the two are in two windows whichever of the zones is meant, which is more than the promise asks for. What a day is,
 * is told by what the clock of the marking node said at the mark.
 *
 * <p>There is one way out, for clocks that were wrong: a mark that lies more than a week in the future for some clock that was
 * there after it. Then the later mail was marked on a later day than that on which that clock was first there; and because it was
 * there after the earlier mark, the two are in two windows by that clock.
 */
final class OneADay {
    private static final Duration INCREDIBLE = Duration.ofDays(7);

    private final Journal.Rules rules;
    private final Deliveries deliveries;
    private final Clocks clocks;
    private final Map<Long, Integer> recorded = new TreeMap<>();
    private final List<Violation> violations = new ArrayList<>();

    OneADay(Journal journal, Deliveries deliveries) {
        this.rules = journal.rules();
        this.deliveries = deliveries;
        this.clocks = new Clocks(journal);
        for (int place = 0; place < journal.next(); place++) {
            if (journal.notes().get(place) instanceof Note.Recorded told) {
                recorded.putIfAbsent(name(told.app(), told.slot()), place);
            }
        }
    }

    List<Violation> check() {
        Map<Integer, SortedMap<Long, List<Delivery>>> slots = new TreeMap<>();
        deliveries.all().stream()
                .filter(Delivery::isAccepted)
                .forEach(mail -> slots.computeIfAbsent(mail.app(), app -> new TreeMap<>())
                        .computeIfAbsent(mail.began.slot(), slot -> new ArrayList<>())
                        .add(mail));
        slots.values().forEach(this::checkSlots);
        return violations;
    }

    private void checkSlots(SortedMap<Long, List<Delivery>> slots) {
        Delivery before = null;
        for (List<Delivery> mails : slots.values()) {
            mails.sort(Comparator.comparingInt(mail -> mail.askedAt)); // what is sent again counts by its last mark
            mails.stream().filter(mail -> mail.acceptances > 1).forEach(mail -> broken("accepted again: " + mail));
            for (int i = 1; i < mails.size(); i++) {
                checkOfOneSlot(mails.get(i - 1), mails.get(i));
            }
            if (before != null) {
                checkWindow(before, mails.get(0));
            }
            before = mails.get(mails.size() - 1);
        }
    }

    private void checkOfOneSlot(Delivery earlier, Delivery later) {
        Integer known = recorded.get(name(earlier.app(), earlier.began.slot()));
        if (!rules.resends() || (known != null && known < later.askedAt)) {
            broken("two mails of one slot: " + earlier + " and " + later);
        }
    }

    private void checkWindow(Delivery earlier, Delivery later) {
        boolean fine = zones(earlier, later).allMatch(zone -> isLater(earlier.mark(), later.mark(), zone));
        if (!fine && !wasAWrongClock(earlier, later)) {
            broken("two mails in one window: " + earlier + " and " + later);
        }
    }

    private boolean isLater(Instant earlier, Instant later, ZoneId zone) {
        if (later.isBefore(earlier.plus(Duration.ofHours(rules.gapHours())))) {
            return false;
        }
        return rules.rollingHours() > 0
                ? !later.isBefore(earlier.plus(Duration.ofHours(rules.rollingHours())))
                : earlier.atZone(zone).toLocalDate().isBefore(later.atZone(zone).toLocalDate());
    }

    private boolean wasAWrongClock(Delivery earlier, Delivery later) {
        return deliveries.all().stream()
                .filter(mark -> mark.app() == later.app() && mark.clock != null)
                .filter(mark -> mark.askedAt >= earlier.askedAt && mark.askedAt < later.askedAt)
                .anyMatch(mark -> clocks.earliestBetween(mark.askedTime, later.askedTime).stream()
                        .filter(said -> mark.mark().isAfter(said.plus(INCREDIBLE)))
                        .anyMatch(said -> zones(mark, later).anyMatch(zone -> isLater(said, later.mark(), zone))));
    }

    private static Stream<ZoneId> zones(Delivery one, Delivery other) {
        return new TreeSet<>(
                        Stream.concat(one.zones.stream(), other.zones.stream()).toList())
                .stream().map(ZoneId::of);
    }

    private void broken(String what) {
        violations.add(new Violation(Promise.ONE_A_DAY, what));
    }

    private static long name(int app, long slot) {
        return slot * 1_000 + app;
    }
}
