package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String SAMPLE = "samples/provisioning-log.json";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpIsShownWhenItIsAskedFor() {
        assertThat(run("--help")).isZero();
        assertThat(printed(out)).contains("replay FILE...", "--smtp URL", "gallery");
        assertThat(printed(err)).isEmpty();
    }

    @Test
    void anUnknownCommandIsAnsweredWithTheUsage() {
        assertThat(run("sing")).isEqualTo(2);
        assertThat(printed(err)).startsWith("there is no command sing").contains("replay FILE...");
    }

    @Test
    void anUnknownOptionIsAnsweredWithTheUsage() {
        assertThat(run("replay", SAMPLE, "--sing")).isEqualTo(2);
        assertThat(printed(err)).startsWith("replay does not know the option --sing");
    }

    @Test
    void theGalleryTakesNoArguments() {
        assertThat(run("gallery", "quota-exceeded")).isEqualTo(2);
        assertThat(printed(err)).startsWith("gallery does not know quota-exceeded");
    }

    @Test
    void theGallerySaysWhereItIs() {
        assertThat(run("gallery")).isZero();
        assertThat(printed(out)).startsWith("264 mails in ").contains(folder.resolve("gallery/index.html") + "\n");
    }

    @Test
    void aReplayWithoutAFileIsNotUnderstood() {
        assertThat(run("replay")).isEqualTo(2);
        assertThat(printed(err)).startsWith("replay needs a FILE");
    }

    @Test
    void whereToSendAndToWhomGoTogether() {
        assertThat(run("replay", SAMPLE, "--to", "admins@example.com")).isEqualTo(2);
        assertThat(printed(err)).startsWith("--smtp and --to go together");
    }

    @Test
    void aFileThatIsNotJsonIsAnsweredWithOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.json"), "{\n  \"value\": [ oops ]\n}\n");

        assertThat(run("replay", file.toString())).isEqualTo(2);
        assertThat(printed(err).lines())
                .singleElement()
                .asString()
                .startsWith(file + ", line 2, column ")
                .contains("oops");
    }

    @Test
    void aFileThatIsNotThereIsAnsweredWithOneLine() {
        assertThat(run("replay", "nothing.json")).isEqualTo(2);
        assertThat(printed(err).strip()).isEqualTo("nothing.json: there is no such file");
    }

    @Test
    void aReplayShowsTheMailsDayByDay() {
        assertThat(run("replay", SAMPLE)).isZero();
        assertThat(printed(out))
                .containsSubsequence(
                        "Monday 13 April 2026",
                        "✉ 13:01 UTC  Atlassian Cloud: sign-in refused",
                        "Tuesday 14 April 2026",
                        "would have been sent");
    }

    @Test
    void aReplayReallySendsTheMailsWhenItIsToldWhere() {
        try (MailCatcher mailServer = new MailCatcher(CLOCK, mail -> {})) {
            mailServer.start();

            int code = run("replay", SAMPLE, "--smtp", mailServer.url(), "--to", "admins@example.com");

            assertThat(code).isZero();
            assertThat(mailServer.mails())
                    .hasSize((int) printed(out)
                            .lines()
                            .filter(line -> line.contains("✉"))
                            .count())
                    .allSatisfy(mail -> assertThat(mail.recipients()).containsExactly("admins@example.com"));
        }
    }

    @Test
    void aReplayWhoseMailServerIsDownSaysSo() {
        MailCatcher mailServer = new MailCatcher(CLOCK, mail -> {});
        mailServer.start();
        mailServer.close();

        assertThat(run("replay", SAMPLE, "--smtp", mailServer.url(), "--to", "admins@example.com"))
                .isEqualTo(1);
        assertThat(printed(out)).contains("0 mails sent", "Not accepted: ");
    }

    private int run(String... arguments) {
        return new Main(stream(out), stream(err), CLOCK, folder).run(List.of(arguments));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String printed(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
