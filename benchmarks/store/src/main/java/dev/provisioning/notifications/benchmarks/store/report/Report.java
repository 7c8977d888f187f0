package dev.provisioning.notifications.benchmarks.store.report;

import dev.provisioning.notifications.benchmarks.page.Page;
import dev.provisioning.notifications.benchmarks.page.TargetTable;
import dev.provisioning.notifications.benchmarks.page.Template;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The section about stores in {@code docs/performance.md}, all of which is generated: figures here, words in the resource
 * {@code store.md}.
 *
 * @param results what was measured
 * @param circumstances under which
 */
public record Report(Results results, Circumstances circumstances) {
    private static final String NAME = "store";

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
        Tables tables = new Tables(results);
        String many = circumstances.manyInWords();
        return Template.read(Report.class, "store.md")
                .with("targets", TargetTable.of(Targets.of(results)))
                .with("ratios", tables.ratios())
                .with("rates", tables.perSecond())
                .with("micros", tables.micros())
                .with("commits", tables.commits(many))
                .with("mails", tables.mailsPerSecond(many))
                .with("crowd", tables.crowd())
                .with("applications", circumstances.crowdInWords())
                .with("rounds", String.valueOf(circumstances.rounds()))
                .with("mail-rounds", String.valueOf(circumstances.mailRounds()))
                .with("sqlite", circumstances.sqlite())
                .with("postgresql", circumstances.postgresql())
                .with("machine", circumstances.machine())
                .with("disk", circumstances.disk())
                .text();
    }
}
