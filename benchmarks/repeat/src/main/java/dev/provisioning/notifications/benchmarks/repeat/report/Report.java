package dev.provisioning.notifications.benchmarks.repeat.report;

import dev.provisioning.notifications.benchmarks.page.Machine;
import dev.provisioning.notifications.benchmarks.page.Page;
import dev.provisioning.notifications.benchmarks.page.TargetTable;
import dev.provisioning.notifications.benchmarks.page.Template;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The section about the repeat in {@code docs/performance.md}, all of which is generated, and the picture beside the page:
 * figures here, words in the resource {@code repeat.md}.
 *
 * @param results what was measured
 * @param grid under which circumstances
 * @param harness how, as part of a sentence
 */
public record Report(Results results, Grid grid, String harness) {
    private static final String NAME = "repeat";
    private static final String PICTURE = "growth-repeat.svg";

    /**
     * Writes the section in place of an older one, and the picture.
     *
     * @param file the page, made if it is not there
     * @throws IOException if that fails
     */
    public void writeTo(Path file) throws IOException {
        Page.read(file).with(NAME, section()).write(file);
        Growth.chart(results, grid).write(file.resolveSibling(PICTURE));
    }

    private String section() throws IOException {
        Tables tables = new Tables(results, grid);
        return Template.read(Report.class, "repeat.md")
                .with("targets", TargetTable.of(Targets.of(results, grid)))
                .with("picture", PICTURE)
                .with("nanos-alone", tables.nanos(1))
                .with("nanos-together", tables.nanos(2))
                .with("ratios-alone", tables.ratios(1))
                .with("ratios-together", tables.ratios(2))
                .with("processor", tables.processor(1))
                .with("bytes", tables.bytes(1))
                .with("copies", tables.copies())
                .with("crowd", tables.crowd())
                .with("harness", harness)
                .with("machine", Machine.description())
                .text();
    }
}
