package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rule 15 by looking everywhere: all that can happen to one application within days that have four hours each, so to
 * speak. Something is always held; a node looks, claims, marks, whenever it likes; the subscription's zone changes, and
 * the clock is wrong for a while. The machine and the policy are the library's own.
 */
@DisplayName("Rule 15, exhaustively: whatever zones and clocks do")
class WindowsExhaustiveTest {
    private static final Duration STEP = Duration.ofHours(6);
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final List<ZoneOffset> ZONES =
            List.of(ZoneOffset.ofHours(-12), ZoneOffset.UTC, ZoneOffset.ofHours(12));
    private static final Recipient RECIPIENT = Recipient.mail("team@example.com");

    private static final String TOKEN = "token";
    private static final Duration A_WHILE = Duration.ofMinutes(20);

    private static final SlotMachine MACHINE = new SlotMachine(
            DailyPolicy.builder()
                    .gathering(Duration.ZERO)
                    .morning(LocalTime.MIDNIGHT)
                    .spread(Duration.ZERO)
                    .build(),
            WhenInDoubt.CARRY_OVER,
            100);

    /** Something is held from the start. */
    private static final Ledger HELD = MACHINE.hold(
                    Ledger.empty(APP), List.of(Reported.once(issue("a"))), () -> ZoneOffset.UTC, START)
            .ledger();

    /** Longer than this nobody waits, once the clock is right and stays it: the horizon, and a window after it. */
    private final int longest =
            (int) Duration.between(START, MACHINE.horizon(START)).dividedBy(STEP) + 8;

    /** When a mail passed its mark, by the clock, and the zone then. */
    private record Mark(Instant at, ZoneOffset zone) {
        LocalDate day(ZoneOffset other) {
            return at.atOffset(other).toLocalDate();
        }
    }

    /**
     * Where things stand.
     *
     * @param step how much time has really passed
     * @param wrong by how many steps the clock is wrong
     * @param slot as it is in the ledger, without what counts on and on, so that what is alike is equal
     */
    private record State(
            int step, int wrong, ZoneOffset zone, Slot slot, List<Mark> marks, int zoneChanges, int jumps) {
        Instant clock() {
            return START.plus(STEP.multipliedBy(step + wrong));
        }

        State with(Slot next) {
            Slot plain =
                    new Slot(1, next.phase(), next.dueAt(), next.usedAt(), next.opensAt(), next.claim(), 0, 0, null);
            return new State(step, wrong, zone, plain, marks, zoneChanges, jumps);
        }
    }

    private record Edge(@Nullable State from, String what) {}

    private final Map<State, Edge> found = new HashMap<>();
    private final Deque<State> toVisit = new ArrayDeque<>();

    @ParameterizedTest(name = "{0} quarter days, {1} changes of zone, a clock {3} quarter days wrong {2} times")
    @CsvSource({"12, 2, 0, 0", "9, 1, 1, -5", "8, 1, 1, 4", "8, 1, 1, -1", "8, 0, 1, 14600"})
    void noTwoMailsOfOneDayAndNoneWaitsForEver(int last, int zoneChanges, int jumps, int jump) {
        go(null, "begins", new State(0, 0, ZoneOffset.UTC, HELD.slot(), List.of(), zoneChanges, jumps));
        while (!toVisit.isEmpty()) {
            State state = toVisit.remove();
            if (state.slot.claim() == null) {
                claims(state);
            } else {
                marks(state, Math.abs(jump) < longest);
            }
            timePasses(state, last);
            zoneChanges(state);
            clockJumps(state, jump);
        }
        assertThat(found.keySet().stream().filter(state -> state.marks.size() > 1))
                .isNotEmpty();
        assertNobodyIsSilent();
    }

    private void go(@Nullable State from, String what, State to) {
        if (!found.containsKey(to)) {
            found.put(to, new Edge(from, what));
            toVisit.add(to);
        }
    }

    private void claims(State state) {
        Step<SlotMachine.Claimed> step = claim(state.slot, state.zone, state.clock());
        go(state, "claims: " + step.answer(), state.with(step.ledger().slot()));
    }

    private void marks(State state, boolean believed) {
        Ledger cut = ledger(state.slot);
        Step<SlotMachine.Marked> step =
                MACHINE.mark(cut, cut, TOKEN, List.of(RECIPIENT), "", A_WHILE, state.zone, state.clock());
        if (step.answer() == SlotMachine.Marked.YES) {
            leaves(state, step.ledger(), cut, believed);
        } else {
            go(state, "marks: " + step.answer(), state.with(step.ledger().slot()));
        }
    }

    private void leaves(State state, Ledger handedOver, Ledger cut, boolean believed) {
        Mark mark = new Mark(state.clock(), state.zone);
        for (Mark before : believed ? state.marks : List.<Mark>of()) {
            assertThat(mark.day(state.zone)).as("%s: %s", trace(state), before).isNotEqualTo(before.day(state.zone));
            assertThat(mark.day(before.zone)).as("%s: %s", trace(state), before).isNotEqualTo(before.day(before.zone));
        }
        List<Mark> marks = Stream.concat(state.marks.stream(), Stream.of(mark)).toList();
        Slot next = heldAnew(accepted(handedOver, cut, state.zone), state.zone, state.clock());
        State after = state.with(next);
        go(
                state,
                "a mail leaves",
                new State(state.step, state.wrong, state.zone, after.slot, marks, state.zoneChanges, state.jumps));
    }

    private void timePasses(State s, int last) {
        if (s.step < last) {
            go(s, "six hours", new State(s.step + 1, s.wrong, s.zone, s.slot, s.marks, s.zoneChanges, s.jumps));
        }
    }

    private void zoneChanges(State s) {
        for (ZoneOffset zone : s.zoneChanges > 0 ? ZONES : List.<ZoneOffset>of()) {
            go(s, "zone " + zone, new State(s.step, s.wrong, zone, s.slot, s.marks, s.zoneChanges - 1, s.jumps));
        }
    }

    private void clockJumps(State s, int jump) {
        if (s.jumps > 0) {
            go(
                    s,
                    "the clock jumps by " + jump,
                    new State(s.step, s.wrong + jump, s.zone, s.slot, s.marks, s.zoneChanges, s.jumps - 1));
        }
        if (s.wrong != 0) {
            go(s, "the clock is right", new State(s.step, 0, s.zone, s.slot, s.marks, s.zoneChanges, s.jumps));
        }
    }

    /** Wherever the clock is right, and stays it, the next mail comes within the time that is promised. */
    private void assertNobodyIsSilent() {
        Set<State> told = new HashSet<>();
        for (State state : found.keySet()) {
            State alone = new State(state.step, 0, state.zone, state.slot, List.of(), 0, 0);
            if (state.wrong == 0 && state.slot.claim() == null && told.add(alone)) {
                assertThat(isToldWithin(longest, alone)).as(() -> trace(state)).isTrue();
            }
        }
    }

    private boolean isToldWithin(int steps, State state) {
        Slot slot = state.slot;
        for (int step = 0; step <= steps; step++) {
            Step<SlotMachine.Claimed> claimed =
                    claim(slot, state.zone, state.clock().plus(STEP.multipliedBy(step)));
            if (claimed.answer() == SlotMachine.Claimed.YES) {
                return true;
            }
            slot = claimed.ledger().slot();
        }
        return false;
    }

    private Step<SlotMachine.Claimed> claim(Slot slot, ZoneOffset zone, Instant now) {
        return MACHINE.claim(ledger(slot), "node", TOKEN, A_WHILE, zone, now);
    }

    private Ledger accepted(Ledger handedOver, Ledger cut, ZoneOffset zone) {
        return MACHINE.accepted(handedOver, cut, TOKEN, List.of(RecipientOutcome.accepted(RECIPIENT)), zone)
                .ledger();
    }

    private Slot heldAnew(Ledger ledger, ZoneOffset zone, Instant now) {
        return MACHINE.hold(ledger, List.of(Reported.once(issue("a"))), () -> zone, now)
                .ledger()
                .slot();
    }

    private static Ledger ledger(Slot slot) {
        return new Ledger(APP, HELD.revision(), slot, HELD.entries(), null);
    }

    private String trace(State state) {
        Deque<String> words = new ArrayDeque<>();
        for (Edge edge = found.get(state); edge != null; edge = edge.from() == null ? null : found.get(edge.from())) {
            words.addFirst(edge.what());
        }
        return String.join(" | ", words);
    }
}
