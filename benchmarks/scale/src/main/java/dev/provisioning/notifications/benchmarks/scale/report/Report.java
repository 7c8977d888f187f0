package dev.provisioning.notifications.benchmarks.scale.report;

import dev.provisioning.notifications.benchmarks.page.Page;
import dev.provisioning.notifications.benchmarks.page.Target;
import dev.provisioning.notifications.benchmarks.page.TargetTable;
import dev.provisioning.notifications.benchmarks.page.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The section about scale in {@code docs/performance.md}, all of which is generated: figures here, words in the resources
 * beside; and what follows from it.
 *
 * @param results what was measured
 * @param machine on what
 */
public record Report(Results results, String machine) {
    private static final String NAME = "scale";

    /**
     * Writes the section in place of an older one, its pictures, and, if everything was measured, the page {@code scale.md}.
     *
     * @param directory where the pages are, made if it is not there
     * @throws IOException if that fails
     */
    public void writeTo(Path directory) throws IOException {
        Path page = directory.resolve("performance.md");
        Page.read(page).with(NAME, section(new Pictures(directory))).write(page);
        Optional<Capacity> capacity = capacity();
        if (capacity.isPresent()) {
            String text = new CapacityPage(capacity.get(), machine).text();
            Files.writeString(directory.resolve("scale.md"), text);
        }
    }

    private String section(Pictures pictures) throws IOException {
        List<Target> targets = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        if (results.memory().isPresent()) {
            MemorySection section = new MemorySection(results.memory().get());
            targets.addAll(section.targets());
            texts.add(section.text());
            pictures.draw(section.figures());
        }
        if (results.morning().isPresent()) {
            MorningSection section = new MorningSection(results.morning().get());
            targets.addAll(section.targets());
            texts.add(section.text());
            pictures.draw(section.figures());
        }
        if (results.start().isPresent()) {
            StartSection section = new StartSection(results.start().get());
            targets.addAll(section.targets());
            texts.add(section.text());
            pictures.draw(section.figures());
        }
        if (results.mails().isPresent()) {
            MailSection section = new MailSection(results.mails().get());
            texts.add(section.text());
            pictures.draw(section.figures());
        }
        return Template.read(Report.class, "scale.md")
                .with("targets", TargetTable.of(targets))
                .with("parts", String.join("\n", texts))
                .with("machine", machine)
                .text();
    }

    /** There is no plan without all figures. */
    private Optional<Capacity> capacity() {
        return results.memory()
                .flatMap(memory -> results.morning()
                        .flatMap(morning -> results.start()
                                .flatMap(start -> results.mails()
                                        .map(mails ->
                                                new Capacity(Premises.APPLICATIONS, memory, morning, start, mails)))));
    }
}
