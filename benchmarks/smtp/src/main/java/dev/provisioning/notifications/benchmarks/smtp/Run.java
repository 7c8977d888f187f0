package dev.provisioning.notifications.benchmarks.smtp;

import dev.provisioning.notifications.benchmarks.smtp.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.smtp.mail.Size;
import dev.provisioning.notifications.benchmarks.smtp.report.Cell;
import dev.provisioning.notifications.benchmarks.smtp.report.Results;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * Everybody in turns, so that whatever else the machine does falls on all of them: in each round, under all circumstances,
 * one after the other.
 */
final class Run {
    private final Field field;
    private final Plan plan;
    private final PrintStream progress;
    private final Results results = new Results();

    Run(Field field, Plan plan, PrintStream progress) {
        this.field = field;
        this.plan = plan;
        this.progress = progress;
    }

    Results run() throws IOException, InterruptedException {
        warmUp();
        for (int round = 1; round <= plan.rounds(); round++) {
            progress.println("round " + round + " of " + plan.rounds());
            measure(Cell.SMALL_MAILS, plan.window());
            measure(Cell.BIGGER_MAILS, plan.bigger());
        }
        // A clock of 20 ms needs no medians.
        measure(Cell.DISTANT, plan.distant());
        return results;
    }

    private void warmUp() throws IOException, InterruptedException {
        for (Contestant contestant : Contestant.inJava()) {
            progress.println("warming up " + contestant.label());
            for (boolean tls : List.of(false, true)) {
                field.measure(contestant, new Cell(tls, 4, Size.SMALL, false), plan.warmUp());
            }
        }
    }

    private void measure(List<Cell> cells, Duration window) throws IOException, InterruptedException {
        for (Cell cell : cells) {
            for (Contestant contestant : field.contestants(cell)) {
                results.add(contestant, cell, field.measure(contestant, cell, window));
            }
        }
    }
}
