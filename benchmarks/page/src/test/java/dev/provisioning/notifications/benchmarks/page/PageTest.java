package dev.provisioning.notifications.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    @TempDir
    private Path directory;

    @Test
    void aPageThatIsNotThereBeginsWithItsTitle() throws IOException {
        Page.read(directory.resolve("new/page.md")).with("smtp", "figures").write(directory.resolve("new/page.md"));

        assertThat(Files.readString(directory.resolve("new/page.md")))
                .startsWith("# Performance\n")
                .endsWith("<!-- begin smtp: written by its benchmark -->\nfigures\n<!-- end smtp -->\n");
    }

    @Test
    void aSectionReplacesItsOlderSelfAndNoOther() {
        Page page = new Page("# Title\n")
                .with("smtp", "old")
                .with("store", "others")
                .with("smtp", "new $1 \\");

        assertThat(page.text())
                .isEqualTo(new Page("# Title\n")
                        .with("smtp", "new $1 \\")
                        .with("store", "others")
                        .text())
                .doesNotContain("old");
    }
}
