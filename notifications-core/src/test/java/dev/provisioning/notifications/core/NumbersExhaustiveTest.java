package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.NotificationPolicy;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Rule 16 by looking everywhere: one issue, two nodes that count repeats and write them late, mails that are accepted or
 * not, a resolve or a deactivation, a killed node, in every order. The machine is the library's own; that an entry never has told more
 * than it has counted is what {@link Entry} itself insists on.
 */
@DisplayName("Rule 16, exhaustively: in whatever order things are counted, written, told and resolved")
class NumbersExhaustiveTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final Recipient RECIPIENT = Recipient.mail("team@example.com");
    private static final int NODES = 2;

    private final SlotMachine machine = new SlotMachine(new AtOnce(), WhenInDoubt.CARRY_OVER, 100);
    private final Map<State, Edge> found = new HashMap<>();
    private final Deque<State> toVisit = new ArrayDeque<>();

    /** What a node has counted, what it is about to write, and the mail that it is about to send. */
    private record Node(
            boolean knows,
            long counted,
            long taken,
            @Nullable Ledger cut,
            boolean marked) {
        static final Node NEW = new Node(false, 0, 0, null, false);

        Node memory(boolean nowKnows, long nowCounted, long nowTaken) {
            return new Node(nowKnows, nowCounted, nowTaken, cut, marked);
        }

        Node mail(@Nullable Ledger nowCut, boolean nowMarked) {
            return new Node(knows, counted, taken, nowCut, nowMarked);
        }
    }

    /** What may yet happen. */
    private record Budget(int reports, int ends, int kills, int mails) {}

    /** Where things stand; lost is what nobody will be told of: resolved, or counted by a node that was killed. */
    private record State(Ledger ledger, List<Node> nodes, Budget left, long reported, long told, long lost) {
        State with(Ledger next, int node, Node changed) {
            Node[] all = nodes.toArray(Node[]::new);
            all[node] = changed;
            return new State(next, List.of(all), left, reported, told, lost);
        }

        State left(Budget budget) {
            return new State(ledger, nodes, budget, reported, told, lost);
        }

        State sums(long moreReported, long moreTold, long moreLost) {
            return new State(ledger, nodes, left, reported + moreReported, told + moreTold, lost + moreLost);
        }

        /** What is new in the ledger, and what is still in memories. */
        long untold() {
            return fresh(ledger)
                    + nodes.stream()
                            .mapToLong(node -> node.counted + node.taken)
                            .sum();
        }
    }

    private record Edge(@Nullable State from, String what) {}

    /** A slot opens as soon as the last was used, so that time does not matter. */
    private static final class AtOnce implements NotificationPolicy {
        @Override
        public boolean admits(Issue issue) {
            return true;
        }

        @Override
        public Instant opensAt(AppId app, Instant usedAt, ZoneId zone) {
            return usedAt;
        }

        @Override
        public Instant dueAt(AppId app, Instant heldAt, Instant opensAt, ZoneId zone) {
            return heldAt;
        }

        @Override
        public Duration longestWindow() {
            return Duration.ofDays(1);
        }
    }

    @Test
    void eachReportIsToldOnceAsNewOrLostForAReason() {
        go(null, "begins", new State(Ledger.empty(APP), List.of(Node.NEW, Node.NEW), new Budget(3, 1, 1, 2), 0, 0, 0));
        while (!toVisit.isEmpty()) {
            State state = toVisit.remove();
            assertThat(state.told + state.lost + state.untold())
                    .as(() -> trace(state))
                    .isEqualTo(state.reported);
            for (int node = 0; node < NODES; node++) {
                reports(state, node, state.nodes.get(node));
                flushes(state, node, state.nodes.get(node));
                mails(state, node, state.nodes.get(node));
                isKilled(state, node, state.nodes.get(node));
            }
            isResolved(state);
        }
        assertThat(found.keySet().stream().filter(state -> state.told == state.reported && state.told > 1))
                .isNotEmpty();
    }

    private void go(@Nullable State from, String what, State to) {
        if (!found.containsKey(to)) {
            found.put(to, new Edge(from, what));
            toVisit.add(to);
        }
    }

    private void reports(State state, int n, Node node) {
        Budget left = state.left;
        if (left.reports == 0) {
            return;
        }
        State after = node.knows
                ? state.with(state.ledger, n, node.memory(true, node.counted + 1, node.taken))
                : state.with(hold(state.ledger, 1), n, node.memory(true, node.counted, node.taken));
        go(
                state,
                n + " reports",
                after.sums(1, 0, 0).left(new Budget(left.reports - 1, left.ends, left.kills, left.mails)));
    }

    /** What Memory.take and the write are: two steps, between which anything may happen. */
    private void flushes(State state, int n, Node node) {
        if (node.counted > 0 && node.taken == 0) {
            go(state, n + " takes", state.with(state.ledger, n, node.memory(node.knows, 0, node.counted)));
        }
        if (node.taken > 0) {
            go(
                    state,
                    n + " writes",
                    state.with(hold(state.ledger, node.taken), n, node.memory(node.knows, node.counted, 0)));
        }
    }

    private void mails(State state, int n, Node node) {
        Ledger cut = node.cut;
        Budget left = state.left;
        if (cut == null && left.mails > 0) {
            Step<SlotMachine.Claimed> step = machine.claim(
                    state.ledger, "node", "token " + left.mails, Duration.ofMinutes(20), ZoneOffset.UTC, NOW);
            if (step.answer() == SlotMachine.Claimed.YES) {
                Node claimed = node.memory(false, node.counted, node.taken).mail(step.ledger(), false);
                go(
                        state,
                        n + " claims",
                        state.with(step.ledger(), n, claimed)
                                .left(new Budget(left.reports, left.ends, left.kills, left.mails - 1)));
            }
        } else if (cut != null) {
            marks(state, n, node, cut, token(cut));
            ends(state, n, node, cut, token(cut));
        }
    }

    private void marks(State state, int n, Node node, Ledger cut, String token) {
        Step<SlotMachine.Marked> step = machine.mark(
                state.ledger, cut, token, List.of(RECIPIENT), "", Duration.ofMinutes(20), ZoneOffset.UTC, NOW);
        if (!node.marked) {
            boolean yes = step.answer() == SlotMachine.Marked.YES;
            go(
                    state,
                    n + " marks: " + step.answer(),
                    state.with(step.ledger(), n, yes ? node.mail(cut, true) : node.mail(null, false)));
        }
    }

    private void ends(State state, int n, Node node, Ledger cut, String token) {
        Node free = node.mail(null, false);
        Ledger refused = machine.refused(state.ledger, cut, token, Phase.RETRY, null, false, NOW)
                .ledger();
        go(state, n + "'s mail is refused", state.with(refused, n, free));
        if (node.marked) {
            List<RecipientOutcome> outcomes = List.of(RecipientOutcome.accepted(RECIPIENT));
            Ledger next = machine.accepted(state.ledger, cut, token, outcomes, ZoneOffset.UTC)
                    .ledger();
            long named = named(state.ledger, cut);
            go(
                    state,
                    n + "'s mail is accepted",
                    state.with(next, n, free).sums(0, named, gone(state.ledger, next, named)));
        }
    }

    /** What a mail named as new; unless that was lost already, because the issue was resolved and perhaps made anew. */
    private static long named(Ledger ledger, Ledger cut) {
        Entry then = cut.entries().get("a");
        Entry now = ledger.entries().get("a");
        return then != null && then.isHeld() && now != null && now.born() == then.born() ? fresh(cut) : 0;
    }

    /** What was resolved is lost when the ledger forgets it, but for what was told. */
    private static long gone(Ledger before, Ledger after, long told) {
        return after.entries().isEmpty() ? fresh(before) - told : 0;
    }

    private void isKilled(State state, int n, Node node) {
        Budget left = state.left;
        if (left.kills > 0 && node.cut == null) {
            go(
                    state,
                    n + " is killed",
                    state.with(state.ledger, n, Node.NEW)
                            .sums(0, 0, node.counted + node.taken)
                            .left(new Budget(left.reports, left.ends, left.kills - 1, left.mails)));
        }
    }

    private void isResolved(State state) {
        if (state.left.ends > 0) {
            ends(
                    state,
                    "resolved",
                    machine.resolve(state.ledger, "a", null, NOW).ledger());
            ends(state, "deactivated", machine.deactivate(state.ledger).ledger());
        }
    }

    private void ends(State state, String what, Ledger next) {
        Budget left = state.left;
        go(
                state,
                what,
                new State(
                        next,
                        state.nodes,
                        new Budget(left.reports, left.ends - 1, left.kills, left.mails),
                        state.reported,
                        state.told,
                        state.lost + gone(state.ledger, next, 0)));
    }

    private Ledger hold(Ledger ledger, long times) {
        return machine.hold(ledger, List.of(new Reported(issue("a"), times)), () -> ZoneOffset.UTC, NOW)
                .ledger();
    }

    private static long fresh(Ledger ledger) {
        Entry entry = ledger.entries().get("a");
        return entry == null ? 0 : entry.count() - entry.told();
    }

    private static String token(Ledger cut) {
        return Objects.requireNonNull(cut.slot().claim()).token();
    }

    private String trace(State state) {
        Deque<String> words = new ArrayDeque<>();
        for (Edge edge = found.get(state); edge != null; edge = edge.from() == null ? null : found.get(edge.from())) {
            words.addFirst(edge.what());
        }
        return String.join(" | ", words);
    }
}
