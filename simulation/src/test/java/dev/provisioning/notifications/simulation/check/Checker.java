package dev.provisioning.notifications.simulation.check;

import java.util.List;
import java.util.stream.Stream;

/** Says which promises a run has broken, and by what. */
public final class Checker {
    private Checker() {}

    /** Checks a whole run. */
    public static List<Violation> check(Journal journal) {
        Deliveries deliveries = new Deliveries(journal);
        return Stream.of(
                        new OneADay(journal, deliveries).check(),
                        new NothingLost(journal, deliveries).check(),
                        new RightPerson(journal, deliveries).check(),
                        new InTime(journal, deliveries).check(),
                        new Answers(journal).check(),
                        new Doubts(journal, deliveries).check())
                .flatMap(List::stream)
                .toList();
    }
}
