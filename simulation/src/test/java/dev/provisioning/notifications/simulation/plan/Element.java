package dev.provisioning.notifications.simulation.plan;

import java.time.Duration;
import java.util.List;

/** One thing of a plan, which can be left out without a change to any other. */
public sealed interface Element {
    /** The same, at the so-many-eth of its sort, if it counts at all. */
    default Element at(int nth) {
        return this;
    }

    /** At the so-many-eth of its sort; 0 if it does not count. */
    default int nth() {
        return 0;
    }

    /** Something happens at a time since the beginning. */
    record Dated(long atMillis, Happening what) implements Element {
        @Override
        public String toString() {
            return "at " + Duration.ofMillis(atMillis) + ": " + what;
        }
    }

    /**
     * An operation of the store is hit: the so-many-eth of its sort that a node asks for, counted from 0.
     *
     * @param millis how long it takes: until a late commit, until a dead node is started again, or while a stopped one stands
     * @param meanwhile what happens first of all while a node is stopped
     */
    record AtEffect(int node, Effect effect, int nth, StoreTrouble what, long millis, List<Happening> meanwhile)
            implements Element {
        @Override
        public Element at(int other) {
            return new AtEffect(node, effect, other, what, millis, meanwhile);
        }

        @Override
        public String toString() {
            return "node " + node + ", " + effect + " no. " + nth + ": " + what + " for " + Duration.ofMillis(millis)
                    + (meanwhile.isEmpty() ? "" : ", meanwhile " + meanwhile);
        }
    }

    /**
     * A delivery is hit: the so-many-eth of a node, counted from 0.
     *
     * @param millis how long that takes, or until a dead node is started again
     * @param meanwhile what happens first of all while the mail is on its way, right before the trouble
     */
    record AtDelivery(int node, int nth, MailTrouble what, long millis, List<Happening> meanwhile) implements Element {
        @Override
        public Element at(int other) {
            return new AtDelivery(node, other, what, millis, meanwhile);
        }

        @Override
        public String toString() {
            return "node " + node + ", delivery no. " + nth + ": " + what + " for " + Duration.ofMillis(millis)
                    + (meanwhile.isEmpty() ? "" : ", meanwhile " + meanwhile);
        }
    }
}
