package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/** What holds for whatever text is put into quoted-printable, and was it refused anywhere else. */
class QuotedPrintablePropertiesTest {
    /** Short and printable, not a dot or a From at the beginning, not a space at the end. */
    private static final Pattern GOOD_LINE = Pattern.compile("(?!\\.|From )[ -~]{0,76}(?<! )");

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void jakartaMailReadsWhatWasWritten(@ForAll("anything") String content) throws MessagingException, IOException {
        ByteArrayInputStream encoded = new ByteArrayInputStream(write(content));

        byte[] decoded = MimeUtility.decode(encoded, "quoted-printable").readAllBytes();

        assertThat(new String(decoded, StandardCharsets.UTF_8)).isEqualTo(asRead(content));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void mime4jReadsWhatWasWritten(@ForAll("anything") String content) throws IOException {
        ByteArrayInputStream encoded = new ByteArrayInputStream(write(content));

        byte[] decoded = new QuotedPrintableInputStream(encoded, DecodeMonitor.STRICT).readAllBytes();

        assertThat(new String(decoded, StandardCharsets.UTF_8)).isEqualTo(asRead(content));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void noLineIsLongOrMisread(@ForAll("anything") String content) {
        assertThat(lines(content)).allMatch(GOOD_LINE.asMatchPredicate());
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void noCharacterIsOnTwoLines(@ForAll("anything") String content) {
        assertThat(lines(content)).allMatch(line -> isUtf8(decoded(line)));
    }

    /** Long runs of one kind of character, where the place for a soft line break is short. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void atEachColumnToo(@ForAll("runs") String run, @ForAll("columns") int column, @ForAll("anything") String tail)
            throws MessagingException, IOException {
        String content = "x".repeat(column) + run + tail;

        noLineIsLongOrMisread(content);
        noCharacterIsOnTwoLines(content);
        jakartaMailReadsWhatWasWritten(content);
        mime4jReadsWhatWasWritten(content);
    }

    @Provide
    Arbitrary<String> anything() {
        return Hostile.anything();
    }

    @Provide
    Arbitrary<String> runs() {
        return Arbitraries.of(" ", ".", "=", "ü", "–", "😀", "\t", "From ", "\n", " .", "=\n", " \n")
                .flatMap(piece -> Arbitraries.integers().between(0, 160).map(piece::repeat));
    }

    @Provide
    Arbitrary<Integer> columns() {
        return Arbitraries.integers().between(60, 80);
    }

    private static byte[] write(String content) {
        MailBuffer out = new MailBuffer(16);
        QuotedPrintable.write(content, out);
        return out.toByteArray();
    }

    private static List<String> lines(String content) {
        String encoded = new String(write(content), StandardCharsets.ISO_8859_1);
        assertThat(encoded).endsWith("\r\n");
        List<String> lines = new ArrayList<>(List.of(encoded.split("\r\n", -1)));
        lines.remove(lines.size() - 1);
        return lines;
    }

    private static String asRead(String content) {
        StringBuilder read = new StringBuilder();
        content.codePoints().map(c -> Utf8.isHalf(c) ? 0xFFFD : c).forEach(read::appendCodePoint);
        String lines = read.toString().replaceAll("\r\n|\r|\n", "\r\n");
        return lines.endsWith("\r\n") ? lines : lines + "\r\n";
    }

    private static byte[] decoded(String line) {
        try {
            return MimeUtility.decode(
                            new ByteArrayInputStream(line.getBytes(StandardCharsets.US_ASCII)), "quoted-printable")
                    .readAllBytes();
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
