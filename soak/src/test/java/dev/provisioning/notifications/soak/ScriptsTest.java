package dev.provisioning.notifications.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts do what no test may do everywhere; whether they could is tried here. */
class ScriptsTest {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern REPORT = Pattern.compile("(\\w+)/target/surefire-reports/TEST-([\\w.]+)\\.xml");
    private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");

    static List<Path> scripts() throws IOException {
        try (Stream<Path> scripts = Files.list(REPOSITORY.resolve("soak/scripts"))) {
            return scripts.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void each_says_what_this_machine_lacks_for_it(Path script) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/env")), "scripts need /usr/bin/env bash");
        Process check = new ProcessBuilder(script.toString(), "--check")
                .redirectErrorStream(true)
                .start();
        check.getOutputStream().close();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        int status = check.waitFor();

        assumeTrue(status != 127, "there is no bash: " + said);
        assertThat(status).as(said).isIn(0, 2);
        assertThat(said.lines())
                .isNotEmpty()
                .allMatch(line -> status == 0 ? line.equals("nothing is missing") : line.startsWith("needs "));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void each_starts_a_test_that_is_there(Path script) throws IOException {
        String text = Files.readString(script);
        Matcher report = REPORT.matcher(text);
        Matcher test = TEST.matcher(text);

        assertThat(report.find()).isTrue();
        assertThat(test.find()).isTrue();

        Path source = REPOSITORY.resolve(
                report.group(1) + "/src/test/java/" + report.group(2).replace('.', '/') + ".java");
        assertThat(source).exists();
        assertThat(source.getFileName()).hasToString(test.group(1) + ".java");
    }
}
