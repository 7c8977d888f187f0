package dev.provisioning.notifications.simulation.check;

import dev.provisioning.notifications.simulation.check.Deliveries.Delivery;
import dev.provisioning.notifications.simulation.check.Violation.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * No node begins deliveries faster than it may, whatever has piled up, unless its clock was set, or it was stopped, between two of
 * them or right before: a delivery that was let begin then begins late. And once everything has settled, what is reported is told
 * when the policy says: after the gathering time of a minute if the application's mail has not left, else in the morning of the
 * day on which the next may leave.
 *
 * <p>That what is owed from before is told by then is what {@link NothingLost} looks at, at the end.
 */
final class InTime {
    private static final Duration INCREDIBLE = Duration.ofDays(7);
    private static final Duration GATHERING = Duration.ofMinutes(1);
    private static final Duration SPREAD = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Journal journal;
    private final Deliveries deliveries;
    private final History history;
    private final long interval;
    private final List<Violation> violations = new ArrayList<>();

    InTime(Journal journal, Deliveries deliveries) {
        this.journal = journal;
        this.deliveries = deliveries;
        this.history = new History(journal);
        this.interval = Duration.ofSeconds(1).toNanos() / journal.rules().mailsPerSecond();
    }

    List<Violation> check() {
        checkRate();
        for (Note.Reported report : journal.all(Note.Reported.class)) {
            if (report.at() >= journal.rules().settledAt() && "HELD".equals(report.answer())) {
                checkTold(report);
            }
        }
        return violations;
    }

    private void checkRate() {
        Map<Integer, Long> lastOfNode = new HashMap<>();
        Map<Integer, Long> troubledUntil = new HashMap<>();
        for (Note note : journal.notes()) {
            if (note instanceof Note.DeliveryBegan began) {
                boolean late = began.at() - troubledUntil.getOrDefault(began.node(), -interval) < interval;
                Long last = late ? lastOfNode.remove(began.node()) : lastOfNode.put(began.node(), began.at());
                checkRate(began, late ? null : last);
            } else if (note instanceof Note.Stopped stopped) {
                troubledUntil.put(stopped.node(), stopped.at());
                lastOfNode.remove(stopped.node());
            } else if (note instanceof Note.Ended ended) {
                lastOfNode.remove(ended.node());
            } else if (note instanceof Note.ClockSet) {
                lastOfNode.clear();
            }
        }
    }

    private void checkRate(Note.DeliveryBegan began, @Nullable Long last) {
        if (last != null && began.at() - last < interval) {
            broken("node " + began.node() + " begins two deliveries within " + Duration.ofNanos(began.at() - last));
        }
    }

    private void checkTold(Note.Reported report) {
        Instant reported = time(report.at());
        Optional<Delivery> before = accepted(report.app()).stream()
                .filter(mail -> mail.acceptedTime <= report.at())
                .reduce((earlier, later) -> later);
        Instant bound = Stream.concat(before.stream(), doubtfulOfTheFuture(report))
                .map(mail -> boundAfter(mail, report))
                .max(Comparator.naturalOrder())
                .orElse(reported.plus(GATHERING))
                .plus(PATIENCE);
        boolean told = accepted(report.app()).stream()
                .anyMatch(mail -> mail.beganAt > report.began()
                        && mail.began.listing().tells(report.key(), report.kind())
                        && !time(mail.acceptedTime).isAfter(bound));
        if (!told) {
            broken("application " + report.app() + ": " + report.key() + " was reported at " + reported
                    + " and not told by " + bound + ", after " + before);
        }
    }

    /** Mails that may have been marked by a clock that was years ahead, though nobody has accepted them. */
    private Stream<Delivery> doubtfulOfTheFuture(Note.Reported report) {
        Instant believable = time(report.at()).plus(INCREDIBLE);
        return deliveries.all().stream()
                .filter(mail -> mail.app() == report.app() && !mail.isAccepted())
                .filter(mail -> mail.askedAt >= 0 && mail.askedAt < report.began())
                .filter(mail -> mail.mark().isAfter(believable));
    }

    /**
     * By when a mail has to tell what was reported after another: by the latest of the zones that may be meant. If the other was
     * marked by a clock that was years ahead, this is found out by the report, and its day counts as the day of the other.
     */
    private Instant boundAfter(Delivery mail, Note.Reported report) {
        Instant reported = time(report.at());
        Instant used = mail.mark().isAfter(reported.plus(INCREDIBLE)) ? reported : mail.mark();
        Set<ZoneId> zones = history.zones(report.app(), mail.askedAt, report.began());
        Instant opens = latest(zones, zone -> opensAt(used, zone));
        return opens.isAfter(reported)
                ? latest(zones, zone -> morningAt(opens, zone)).plus(SPREAD)
                : reported.plus(GATHERING);
    }

    private Instant opensAt(Instant used, ZoneId zone) {
        Instant opens = journal.rules().rollingHours() > 0
                ? used.plus(Duration.ofHours(journal.rules().rollingHours()))
                : used.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        Instant gapOver = used.plus(Duration.ofHours(journal.rules().gapHours()));
        return opens.isAfter(gapOver) ? opens : gapOver;
    }

    private static Instant morningAt(Instant opens, ZoneId zone) {
        Instant morning =
                opens.atZone(zone).toLocalDate().atTime(MORNING).atZone(zone).toInstant();
        return morning.isAfter(opens) ? morning : opens;
    }

    private static Instant latest(Set<ZoneId> zones, Function<ZoneId, Instant> when) {
        return zones.stream().map(when).max(Comparator.naturalOrder()).orElse(Instant.MAX);
    }

    private List<Delivery> accepted(int app) {
        return deliveries.all().stream()
                .filter(mail -> mail.app() == app && mail.isAccepted())
                .toList();
    }

    private Instant time(long at) {
        return journal.rules().start().plusNanos(at);
    }

    private void broken(String what) {
        violations.add(new Violation(Promise.NOTHING_BUT_TIME, what));
    }
}
