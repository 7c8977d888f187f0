package dev.provisioning.notifications.benchmarks.scale.report;

import dev.provisioning.notifications.benchmarks.page.Page;
import dev.provisioning.notifications.benchmarks.page.Target;
import dev.provisioning.notifications.benchmarks.page.TargetTable;
import dev.provisioning.notifications.benchmarks.page.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The section about scale in {@code docs/performance.md}, all of which is generated: figures here, words in the resources
 * beside.
 *
 * @param results what was measured
 * @param machine on what
 */
public record Report(Results results, String machine) {
    private static final String NAME = "scale";

    /**
     * Writes the section in place of an older one.
     *
     * @param directory where the page is, made if it is not there
     * @throws IOException if that fails
     */
    public void writeTo(Path directory) throws IOException {
        Path page = directory.resolve("performance.md");
        Page.read(page).with(NAME, section()).write(page);
    }

    private String section() throws IOException {
        List<Target> targets = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        if (results.memory().isPresent()) {
            MemorySection section = new MemorySection(results.memory().get());
            targets.addAll(section.targets());
            texts.add(section.text());
        }
        if (results.morning().isPresent()) {
            MorningSection section = new MorningSection(results.morning().get());
            targets.addAll(section.targets());
            texts.add(section.text());
        }
        if (results.start().isPresent()) {
            StartSection section = new StartSection(results.start().get());
            targets.addAll(section.targets());
            texts.add(section.text());
        }
        if (results.mails().isPresent()) {
            texts.add(new MailSection(results.mails().get()).text());
        }
        return Template.read(Report.class, "scale.md")
                .with("targets", TargetTable.of(targets))
                .with("parts", String.join("\n", texts))
                .with("machine", machine)
                .text();
    }
}
