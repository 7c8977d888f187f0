package dev.provisioning.notifications.soak;

import dev.provisioning.notifications.soak.child.Note;
import dev.provisioning.notifications.soak.child.Step;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three nodes on one database, and one fault after another. */
class ThreeNodesTest {
    private static final int CYCLES = Integer.getInteger("soak.nodes.cycles", 6);
    private static final int NODES = 3;

    /** Fifteen seconds: getting a connection, reading and writing may take two each, and more than once. */
    private static final int SETTLING = 300;

    private enum Fault {
        KILLED,
        KILLED_AT_A_STEP,
        PAUSED,
        TERMINATED,
        CUT_OFF,
        UNANSWERED,
        DATABASE_RESTARTED
    }

    private static final List<Fault> FAULTS = List.of(Fault.values());

    @Test
    void nothing_is_lost_and_nothing_is_sent_twice_whatever_happens_to_nodes_and_database() {
        try (Run run = Run.named("three-nodes");
                Database database = new Database(run.file("database"))) {
            run.settlesAfter(SETTLING);
            Chance chance = run.chance();
            int first = chance.upTo(FAULTS.size());
            List<Node> nodes = IntStream.range(0, NODES)
                    .mapToObj(i -> new Node(run, database, plan -> plan))
                    .toList();
            nodes.forEach(node -> node.process().say("roam").await(Note.READY));
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                Fault fault = FAULTS.get((first + cycle) % FAULTS.size());
                Node node = chance.of(nodes);
                run.chronicle(fault + " " + node.process().name());
                suffer(fault, node, database, chance);
                run.chronicle("over");
                chance.pause(Duration.ofMillis(500));
            }
            nodes.forEach(node -> node.process().say("calm").say("close").await(Note.CLOSED));
            run.drain(plan -> plan.store(Database.url(database.port())));
            nodes.forEach(Node::close);
            run.verify();
        }
    }

    private static void suffer(Fault fault, Node node, Database database, Chance chance) {
        switch (fault) {
            case KILLED -> restart(node, chance, false);
            case KILLED_AT_A_STEP -> restart(node, chance, true);
            case PAUSED -> {
                node.process().suspend();
                chance.pause(Duration.ofMillis(2_500));
                node.process().resume();
            }
            case TERMINATED -> {
                for (int i = 0; i < 10; i++) {
                    database.terminate(chance.oneIn(2) ? null : node.process().name());
                    chance.pause(Duration.ofMillis(100));
                }
            }
            case CUT_OFF -> {
                node.relay().cut();
                chance.pause(Duration.ofSeconds(2));
                node.relay().mend();
            }
            case UNANSWERED -> {
                node.relay().swallowAnswers();
                chance.pause(Duration.ofSeconds(2));
                node.relay().mend();
            }
            case DATABASE_RESTARTED -> database.restart();
        }
    }

    /** Kills a process; one that shall end at a step in its next life may be found dead already. */
    private static void restart(Node node, Chance chance, boolean atStep) {
        Step step = chance.of(List.of(Step.values()));
        int time = chance.upTo(4);
        if (atStep) {
            node.restart(plan -> plan.at(step, "HALT_SOON", time));
            ChildProcess process = node.process().say("roam");
            Patience.isTrueWithin(Duration.ofSeconds(2), () -> !process.isAlive());
        }
        node.restart(plan -> plan);
        node.process().say("roam").await(Note.READY);
    }
}
