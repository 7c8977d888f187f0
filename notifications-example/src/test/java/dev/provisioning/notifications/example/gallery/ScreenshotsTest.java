package dev.provisioning.notifications.example.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.provisioning.notifications.testkit.SampleDigests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be said of the screenshots without a browser. */
class ScreenshotsTest {
    private static final Path SCREENSHOTS = Path.of("../screenshots");

    private final Map<String, List<String>> shots = shots();

    @Test
    void everyMailOfWhichAPictureIsTakenIsInTheGallery() {
        assertThat(shots.values().stream().flatMap(Collection::stream))
                .doesNotHaveDuplicates()
                .isSubsetOf(Exhibit.all().stream().map(Exhibit::path).toList());
    }

    @Test
    void noLanguageAndNoKindIsLeftOut() {
        assertThat(shots.get("languages"))
                .containsExactlyElementsOf(
                        paths(SampleDigests.languages().stream().map(in -> new Exhibit(Exhibit.MIXED, 3, in))));
        assertThat(shots.get("kinds"))
                .containsExactlyInAnyOrderElementsOf(
                        paths(SampleDigests.kinds().stream().map(kind -> new Exhibit(kind.name(), 1, Locale.ENGLISH))));
    }

    /** The README's picture is what everybody downloads who looks at the project. */
    @Test
    void thePictureOfAMailIsSmall() throws IOException {
        assertThat(Files.size(Path.of("../docs/mail.png"))).isBetween(1_000L, 300_000L);
        assertThat(SCREENSHOTS.resolve("shoot.mjs")).content().contains("../docs/mail.png", "en/mixed-3.html");
    }

    private static List<String> paths(Stream<Exhibit> exhibits) {
        return exhibits.map(Exhibit::path).toList();
    }

    private static Map<String, List<String>> shots() {
        try {
            return new ObjectMapper()
                    .readValue(SCREENSHOTS.resolve("shots.json").toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
