package dev.provisioning.notifications.example.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.core.NotificationPreview;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.testkit.SampleDigests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {
    private static final String KIND = IssueKind.QUOTA_EXCEEDED.name();

    @TempDir
    private Path folder;

    @Test
    void thereIsAMailOfEachSubjectSizeAndLanguage() {
        assertThat(Exhibit.all()).hasSize(11 * 4 * 6).doesNotHaveDuplicates();
        assertThat(Exhibit.all())
                .extracting(Exhibit::path)
                .doesNotHaveDuplicates()
                .contains("ar/mixed-500");
    }

    @Test
    void eachMailIsThereAsHtmlAsTextAndAsItIsSent() throws IOException {
        List<Exhibit> ofAKind = Exhibit.all().stream()
                .filter(exhibit -> exhibit.subject().equals(KIND))
                .toList();

        Path page = new Gallery(folder, NotificationPreview.standard()::render).write(ofAKind);

        assertThat(files()).hasSize(1 + ofAKind.size() * 3).contains(page);
        for (Exhibit exhibit : ofAKind) {
            Content content = NotificationPreview.standard().render(exhibit.digest());
            assertThat(folder.resolve(exhibit.path() + ".html")).hasContent(String.valueOf(content.html()));
            assertThat(folder.resolve(exhibit.path() + ".txt")).hasContent(content.text());
            assertThat(Files.readString(folder.resolve(exhibit.path() + ".eml"), StandardCharsets.US_ASCII))
                    .contains("\r\nContent-Type: multipart/alternative", "Message-ID: <sample-" + KIND);
            assertThat(page).content().contains("\"" + exhibit.path() + "\"");
        }
    }

    /** So that it works from a disk, and shows nobody where it is looked at. */
    @Test
    void thePageLoadsNothingFromElsewhere() throws IOException {
        Path page = new Gallery(folder, NotificationPreview.standard()::render)
                .write(List.of(new Exhibit(Exhibit.MIXED, 3, Locale.ENGLISH)));

        assertThat(Files.readString(page).replaceFirst("(?s)<script type=.application/json.*?</script>", ""))
                .doesNotContain("http:", "https:", "src=", "@import", "url(");
    }

    /** Words of a mail within the script that holds them. */
    @Test
    void noMailEndsTheScriptThatHoldsIt() throws IOException {
        Path page = new Gallery(folder, digest -> new Content("</script><b>", "<!--<script>\n", "<p>x</p>"))
                .write(List.of(new Exhibit(Exhibit.MIXED, 1, Locale.ENGLISH)));

        assertThat(Files.readString(page))
                .doesNotContain("</script><b>", "<!--<script>")
                .contains("\\u003c/script>");
    }

    @Test
    void theTextsOfAMailAreThoseOfItsLanguage() {
        assertThat(new Exhibit(KIND, 3, Locale.GERMAN).digest())
                .isEqualTo(SampleDigests.in(Locale.GERMAN).digest(IssueKind.QUOTA_EXCEEDED, 3));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
