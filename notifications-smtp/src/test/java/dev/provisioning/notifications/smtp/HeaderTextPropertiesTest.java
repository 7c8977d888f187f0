package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.WrittenField.phrase;
import static dev.provisioning.notifications.smtp.WrittenField.subject;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.field.address.DefaultAddressParser;
import org.apache.james.mime4j.field.address.ParseException;
import org.apache.james.mime4j.util.MimeUtil;

/** What holds for whatever text is put into a header, and was it refused anywhere else. */
class HeaderTextPropertiesTest {
    /** Short and printable, and more than spaces. */
    private static final Pattern GOOD_LINE = Pattern.compile("(?=[ -~]{0,76}$)((Subject:|From:|) [^ ].*|Subject: )");

    private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?[BQ]\\?[^ ?]+\\?=");

    @Property(tries = 500)
    void jakartaMailReadsASubject(@ForAll("anything") String text) throws UnsupportedEncodingException {
        String value = value(subject(text));

        assertThat(MimeUtility.decodeText(MimeUtility.unfold(value))).isEqualTo(HeaderText.harmless(text));
    }

    @Property(tries = 500)
    void mime4jReadsASubject(@ForAll("anything") String text) {
        String value = MimeUtil.unfold(value(subject(text)));

        assertThat(DecoderUtil.decodeEncodedWords(value, DecodeMonitor.STRICT)).isEqualTo(HeaderText.harmless(text));
    }

    /** Where a line becomes full, it matters what stands there. */
    @Property(tries = 500)
    void spacesComeBackFromWhereFoldingMayBe(@ForAll("columns") int column, @ForAll("gaps") String gap)
            throws UnsupportedEncodingException {
        String text = "x".repeat(30) + " " + "y".repeat(column - 31) + gap + "z".repeat(20);

        jakartaMailReadsASubject(text);
        mime4jReadsASubject(text);
        everyLineIsShortAndPrintable(text);
    }

    @Property(tries = 500)
    void mime4jReadsAName(@ForAll("anything") String text) throws ParseException {
        String value = MimeUtil.unfold(value(phrase(text))) + " <a@example.com>";

        assertThat(DefaultAddressParser.DEFAULT.parseMailbox(value).getName())
                .isEqualTo(text.isEmpty() ? null : HeaderText.harmless(text));
    }

    @Property(tries = 500)
    void everyLineIsShortAndPrintable(@ForAll("anything") String text) {
        for (String field : List.of(subject(text), phrase(text))) {
            assertThat(field.split("\r\n", -1)).allMatch(GOOD_LINE.asMatchPredicate());
        }
    }

    @Property(tries = 500)
    void everyEncodedWordIsShortAndOfWholeCharacters(@ForAll("anything") String text)
            throws UnsupportedEncodingException {
        Matcher words = WORD.matcher(subject(text) + " " + phrase(text));
        while (words.find()) {
            assertThat(words.group()).hasSizeLessThanOrEqualTo(75);
            assertThat(withoutReplacements(MimeUtility.decodeText(words.group()), text))
                    .doesNotContain("\uFFFD");
        }
    }

    @Provide
    Arbitrary<String> anything() {
        return Hostile.anything();
    }

    @Provide
    Arbitrary<Integer> columns() {
        return Arbitraries.integers().between(60, 80);
    }

    @Provide
    Arbitrary<String> gaps() {
        return Arbitraries.of(" ", "  ", "   ", "\\ ", " \\  ", "=? ");
    }

    /** A character in two halves is decoded as two U+FFFD; those that were put are none. */
    private static String withoutReplacements(String decoded, String text) {
        return HeaderText.harmless(text).contains("\uFFFD") ? "" : decoded;
    }

    private static String value(String field) {
        return field.substring(field.indexOf(' ') + 1);
    }
}
