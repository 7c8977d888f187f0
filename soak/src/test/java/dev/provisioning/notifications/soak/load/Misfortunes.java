package dev.provisioning.notifications.soak.load;

import dev.provisioning.notifications.soak.Chance;
import dev.provisioning.notifications.soak.Database;
import dev.provisioning.notifications.soak.Node;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpRule;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What happens to the nodes, the database and the mail server; each suffers for itself, so that one fault meets another. One
 * node alone is killed: of the others it is to be seen what they use after an hour of everything else.
 */
final class Misfortunes {
    private static final Duration OF_NODES = Duration.ofMinutes(20);
    private static final Duration OF_DATABASE = Duration.ofMinutes(40);
    private static final Duration OF_MAIL = Duration.ofMinutes(5);

    private final Map<String, Integer> tally = new TreeMap<>();
    private final List<Misfortune> all = new ArrayList<>();
    private final Chance chance;
    private final Consumer<String> chronicle;

    /** All that is random comes from this chance, and all that happens is told. */
    Misfortunes(Chance chance, Consumer<String> chronicle) {
        this.chance = chance;
        this.chronicle = chronicle;
    }

    /** Lets happen what has to happen by now, by the quick clock. */
    void look(Duration now) {
        all.forEach(one -> one.look(now));
    }

    /** How often what has happened. */
    Map<String, Integer> tally() {
        return tally;
    }

    /** Ends all that is wrong. */
    void mend() {
        all.forEach(Misfortune::mend);
    }

    /** A node is paused for less and for more than its lease, or loses the database in one way or another. */
    void befall(Node node, Database database) {
        add("node", node.process().name(), faults(node, database), OF_NODES);
    }

    /** The same, and it is killed, and comes back after a while. */
    void befallDeadly(Node node, Database database, Runnable revive) {
        List<Fault> faults = new ArrayList<>(faults(node, database));
        Fault killed = Fault.lasting("killed", 5, () -> node.process().kill(), revive);
        faults.addAll(Collections.nCopies(faults.size(), killed));
        add("node", "that is killed", faults, OF_NODES);
    }

    void befall(Database database) {
        List<Fault> faults = List.of(
                Fault.lasting("stopped, started again", 5, database::close, database::start),
                Fault.sudden("all connections terminated", () -> terminate("c%", database)));
        add("database", "", faults, OF_DATABASE);
    }

    void befall(ScriptedSmtpServer server) {
        List<SmtpStep> steps = List.of(SmtpStep.MAIL, SmtpStep.RCPT, SmtpStep.DATA, SmtpStep.END_OF_DATA);
        List<Fault> faults = new ArrayList<>();
        Stream.concat(Stream.of(SmtpStep.CONNECT, SmtpStep.EHLO, SmtpStep.BODY), steps.stream())
                .forEach(step -> faults.add(scripted(server, "drops at " + step, step, SmtpRule::drop)));
        steps.forEach(step -> {
            faults.add(scripted(server, "451 at " + step, step, rule -> rule.reply("451 4.3.0 not now")));
            faults.add(scripted(server, "550 at " + step, step, rule -> rule.reply("550 5.7.1 not wanted")));
        });
        SmtpStep dot = SmtpStep.END_OF_DATA;
        faults.add(scripted(server, "421 at CONNECT", SmtpStep.CONNECT, rule -> rule.reply("421 4.3.2 too busy")));
        faults.add(scripted(server, "silent at EHLO", SmtpStep.EHLO, SmtpRule::stall));
        faults.add(scripted(server, "silent at END_OF_DATA", dot, SmtpRule::stall));
        faults.add(scripted(server, "loses its replies", dot, SmtpRule::acceptThenDrop));
        faults.add(scripted(server, "is slow", dot, rule -> rule.drip("250 2.0.0 queued", Duration.ofMillis(100))));
        faults.add(away(server));
        add("mail server", "", faults, OF_MAIL);
    }

    private void add(String part, String which, List<Fault> faults, Duration gap) {
        all.add(new Misfortune(faults, gap, chance, (fault, over) -> {
            chronicle.accept(String.join(" ", part, which, over ? "is over:" : "suffers:", fault.kind()));
            if (!over) {
                tally.merge(part + ": " + fault.kind(), 1, Integer::sum);
            }
        }));
    }

    private static List<Fault> faults(Node node, Database database) {
        return List.of(
                new Fault(
                        "paused",
                        Load.LEASE.dividedBy(2),
                        Load.LEASE.multipliedBy(2),
                        () -> node.process().suspend(),
                        () -> node.process().resume()),
                Fault.lasting(
                        "cut off from the database",
                        10,
                        () -> node.relay().cut(),
                        () -> node.relay().mend()),
                Fault.lasting(
                        "answers of the database lost",
                        5,
                        () -> node.relay().swallowAnswers(),
                        () -> node.relay().mend()),
                Fault.sudden(
                        "connections terminated", () -> terminate(node.process().name(), database)));
    }

    /** Ends connections of nodes, unless the database is away just now, which does the same. */
    private static void terminate(String names, Database database) {
        database.ask("select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name like '"
                + names + "'");
    }

    /** A rule that holds for a while. */
    private static Fault scripted(
            ScriptedSmtpServer server, String kind, SmtpStep step, Function<SmtpRule, SmtpRule> how) {
        List<SmtpRule> rules = new ArrayList<>();
        return Fault.lasting(
                kind,
                5,
                () -> rules.add(how.apply(server.on(step))),
                () -> rules.remove(0).times(0));
    }

    /** Nobody gets a word from it, be it on a new connection or on one that was kept. */
    private static Fault away(ScriptedSmtpServer server) {
        Fault deaf = scripted(server, "is away", SmtpStep.CONNECT, SmtpRule::reset);
        return new Fault(
                deaf.kind(),
                Duration.ofMinutes(10),
                Duration.ofMinutes(60),
                () -> {
                    deaf.strike().run();
                    server.resetConnections();
                },
                deaf.mend());
    }
}
