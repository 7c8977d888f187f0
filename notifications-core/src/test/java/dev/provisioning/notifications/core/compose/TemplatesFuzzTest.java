package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.provisioning.notifications.core.AnyText;
import dev.provisioning.notifications.spi.Content;
import java.util.List;
import java.util.Optional;

/** Templates as a host has written them. */
class TemplatesFuzzTest {
    private static final List<String> NAMES =
            List.of("mail.txt", "problem.txt", "mail.html", "problem.html", "style.css");

    /** What each section may run over is a few, and so are the sections: within each other they would take for ever. */
    private static final int MOST_SECTIONS = 6;

    @FuzzTest
    void aTemplateIsRefusedOrWritesNothingButWords(byte[] input) {
        String source = AnyText.of(input);
        if (input.length == 0 || source.split("#|\\^|>", -1).length > MOST_SECTIONS) {
            return;
        }
        String name = NAMES.get(source.charAt(0) % NAMES.size());
        composer(name, source.substring(1)).ifPresent(composer -> assertEscaped(composer, source));
    }

    private static Optional<TemplateComposer> composer(String name, String source) {
        try {
            return Optional.of(TemplateComposer.builder().template(name, source).build());
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).startsWith("composer.template " + name);
            return Optional.empty();
        }
    }

    private static void assertEscaped(TemplateComposer composer, String source) {
        Content content = composer.compose(Digests.of(
                Digests.salesforce().build(),
                Digests.ownKind()
                        .summary("<marquee>")
                        .detail("<marquee>")
                        .fact("<marquee>", "<marquee>")
                        .build()));
        boolean asksForIt =
                source.contains("{{{") || source.contains("&") || source.contains("=") || source.contains("<");

        if (!asksForIt) {
            assertThat(content.html()).doesNotContain("<marquee");
        }
        if (!source.contains("hasLinks")) {
            assertThat(content.html() + content.text())
                    .as("no list is shown as Java shows it")
                    .doesNotContain("hasLinks");
        }
    }
}
