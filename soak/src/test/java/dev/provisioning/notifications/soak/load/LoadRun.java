package dev.provisioning.notifications.soak.load;

import dev.provisioning.notifications.soak.ChildProcess;
import dev.provisioning.notifications.soak.Database;
import dev.provisioning.notifications.soak.Node;
import dev.provisioning.notifications.soak.Patience;
import dev.provisioning.notifications.soak.Run;
import dev.provisioning.notifications.soak.check.ReadJournal;
import dev.provisioning.notifications.soak.child.Note;
import dev.provisioning.notifications.soak.load.LeakJudge.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Three nodes at work, what befalls them, and what they use. */
final class LoadRun implements AutoCloseable {
    private static final Duration LOOKS = Duration.ofMillis(20);
    private static final Duration LAST_DAY = Duration.ofMinutes(10);

    private final Load load;
    private final Run run;
    private final Database database;
    private final List<Node> nodes;
    private final Misfortunes misfortunes;
    private final DatabaseSamples samples;

    LoadRun(Load load, Run run, Database database) {
        this.load = load;
        this.run = run;
        this.database = database;
        this.nodes = IntStream.range(0, Load.NODES)
                .mapToObj(i -> new Node(run, database, load::plan))
                .toList();
        this.samples = new DatabaseSamples(database, survivors());
        this.misfortunes = new Misfortunes(run.chance(), run::chronicle);
        misfortunes.befallDeadly(nodes.get(0), database, this::revive);
        nodes.subList(1, Load.NODES).forEach(node -> misfortunes.befall(node, database));
        misfortunes.befall(database);
        misfortunes.befall(run.server());
    }

    /** The processes that are never killed. */
    List<String> survivors() {
        return nodes.subList(1, Load.NODES).stream()
                .map(node -> node.process().name())
                .toList();
    }

    /** How often what has happened. */
    Map<String, Integer> faults() {
        return misfortunes.tally();
    }

    /** What is thought of the processes that have lived all the time, by their names. */
    Map<String, List<Finding>> judge(List<ReadJournal> journals) {
        LeakJudge judge = new LeakJudge(load.slack());
        Map<String, List<Finding>> findings = new TreeMap<>();
        for (String process : survivors()) {
            List<Finding> found = new ArrayList<>(judge.judge(samplesOf(process, journals)));
            found.replaceAll(finding -> finding.resource() == Resource.CONNECTIONS
                    ? judge.judge(Resource.CONNECTIONS, samples.connections(process))
                    : finding);
            findings.put(process, found);
        }
        return findings;
    }

    /** What a process has noted of itself. */
    static List<Sample> samplesOf(String process, List<ReadJournal> journals) {
        int number = Integer.parseInt(process.substring(1));
        return journals.get(number - 1).each("sample").stream()
                .map(Sample::parse)
                .toList();
    }

    /** What the database has held, and for whom. */
    DatabaseSamples samples() {
        return samples;
    }

    /** Lets it all go on until the time is over, and then ends what is wrong. */
    void goOn() {
        nodes.forEach(node -> node.process().await(Note.READY));
        IntStream.range(0, Load.NODES).forEach(this::provision);
        long start = System.nanoTime();
        Duration nextSample = load.between();
        for (Duration now = Duration.ZERO; now.compareTo(load.time()) < 0; now = since(start)) {
            misfortunes.look(now.multipliedBy(load.speed()));
            if (now.compareTo(nextSample) >= 0) {
                sample(now);
                nextSample = nextSample.plus(load.between());
            }
            Patience.isTrueWithin(LOOKS, () -> false);
        }
        misfortunes.mend();
    }

    /** Ends all nodes in order, and lets another send what is left. */
    void end() {
        nodes.forEach(node -> node.process().say("calm").say("close"));
        nodes.forEach(node -> node.process().awaitEnd());
        ChildProcess last = run.start(plan -> load.lastPlan(plan.store(Database.url(database.port()))));
        last.say("drain");
        if (!Patience.isTrueWithin(LAST_DAY, () -> last.hasNoted(Note.DRAINED) || !last.isAlive())) {
            throw new AssertionError("what is left is not sent within " + LAST_DAY);
        }
        last.say("close").awaitEnd();
        samples.take(load.time());
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }

    private void provision(int node) {
        String words = String.join(
                " ",
                "provision",
                Integer.toString(node),
                Integer.toString(Load.NODES),
                Load.CYCLE.toString(),
                Long.toString(run.seed()));
        nodes.get(node).process().say(words);
    }

    private void revive() {
        nodes.get(0).restart(load::plan);
        provision(0);
    }

    private void sample(Duration now) {
        for (Node node : nodes) {
            if (node.process().isAwake()) {
                node.process().say("sample");
            }
        }
        samples.take(now);
        run.chronicle(now.toSeconds() + " s: " + run.server().mails().size() + " mails");
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
