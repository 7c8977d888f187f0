package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code samples of a document, and the regions of the test that runs them. */
final class Samples {
    private static final Path TESTS = Path.of("src/test/java/dev/provisioning/notifications/example");
    private static final Pattern SAMPLE = Pattern.compile("<!-- region (\\w+) -->\n```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REGION = Pattern.compile("// region (\\w+)\n(.*?)\\h*// endregion", Pattern.DOTALL);

    private Samples() {}

    /** Checks that each sample of a document is what one of these tests runs, and that it has these. */
    static void assertRun(Path document, List<Class<?>> tests, String... names) throws IOException {
        Map<String, String> samples = found(SAMPLE, Files.readString(document));
        Map<String, String> regions = new LinkedHashMap<>();
        for (Class<?> test : tests) {
            regions.putAll(found(REGION, Files.readString(TESTS.resolve(test.getSimpleName() + ".java"))));
        }
        regions.replaceAll((name, code) -> code.stripTrailing().stripIndent() + "\n");

        assertThat(samples).containsOnlyKeys(names);
        assertThat(samples).isEqualTo(regions);
    }

    private static Map<String, String> found(Pattern pattern, String text) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.put(matcher.group(1), matcher.group(2));
        }
        return found;
    }
}
