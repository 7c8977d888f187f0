package dev.provisioning.notifications.benchmarks.smtp.report;

import dev.provisioning.notifications.benchmarks.page.Machine;
import dev.provisioning.notifications.benchmarks.page.Page;
import dev.provisioning.notifications.benchmarks.page.TargetTable;
import dev.provisioning.notifications.benchmarks.page.Template;
import dev.provisioning.notifications.benchmarks.smtp.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.smtp.steps.StepCost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The section about SMTP in {@code docs/performance.md}, all of which is generated: figures here, words in the resource
 * {@code smtp.md}.
 *
 * @param results what was measured
 * @param absent who was not installed
 * @param steps what the steps of a mail cost
 * @param rounds how often each was measured
 */
public record Report(Results results, List<Contestant> absent, List<StepCost> steps, int rounds) {
    private static final String NAME = "smtp";

    /**
     * Writes the section in place of an older one.
     *
     * @param file the page, made if it is not there
     * @throws IOException if that fails
     */
    public void writeTo(Path file) throws IOException {
        Page.read(file).with(NAME, section()).write(file);
    }

    private String section() throws IOException {
        Tables tables = new Tables(results, absent);
        return Template.read(Report.class, "smtp.md")
                .with("targets", TargetTable.of(Targets.of(results)))
                .with("ratios", tables.ratios(Cell.SMALL_MAILS))
                .with("rates", tables.mailsPerSecond(Cell.SMALL_MAILS))
                .with("cpu", tables.cpuMillis(Cell.SMALL_MAILS))
                .with("allocation", tables.kilobytes(Cell.SMALL_MAILS))
                .with("bigger-ratios", tables.ratios(Cell.BIGGER_MAILS))
                .with("bigger-rates", tables.mailsPerSecond(Cell.BIGGER_MAILS))
                .with("distant", tables.roundTrips(Cell.DISTANT))
                .with("steps", Tables.steps(steps))
                .with("rounds", String.valueOf(rounds))
                .with("machine", Machine.description())
                .text();
    }
}
