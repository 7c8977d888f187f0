package dev.provisioning.notifications.benchmarks.smtp.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HandWrittenMailTest {

    @ParameterizedTest
    @CsvSource({"SMALL, 2350, 2449", "MEDIUM, 13500, 14500", "LARGE, 45500, 46500"})
    void mailsAreAsBigAsTheirLabelsSay(Size size, int least, int most) {
        assertThat(rendered(size).length()).isBetween(least, most);
    }

    @ParameterizedTest
    @EnumSource
    void noLineIsLongerThan76Characters(Size size) {
        assertThat(rendered(size).split("\r\n"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheEndIsALineThatBeginsWithADot(Size size) {
        String wire = rendered(size);

        assertThat(wire).endsWith("\r\n.\r\n");
        assertThat(wire.indexOf("\r\n.")).isEqualTo(wire.length() - "\r\n.\r\n".length());
    }

    @Test
    void theSameWriterGivesTheSameBytesTwice() {
        HandWrittenMail writer = new HandWrittenMail();
        byte[] first = writer.render(SampleMail.of(Size.SMALL)).toByteArray();

        assertThat(writer.render(SampleMail.of(Size.SMALL)).toByteArray()).isEqualTo(first);
    }

    @Test
    void quotedPrintableKeepsDotsSpacesAndEqualsSignsFromHarm() {
        assertThat(quotedPrintable(".dot\nspace \na=b\nö")).isEqualTo("=2Edot\r\nspace=20\r\na=3Db\r\n=C3=B6");
    }

    @Test
    void aDotThatFoldingPutsInFrontIsEncoded() {
        assertThat(quotedPrintable("x".repeat(75) + ".yz")).isEqualTo("x".repeat(75) + "=\r\n=2Eyz");
    }

    private static String quotedPrintable(String text) {
        WireBuffer out = new WireBuffer();
        out.quotedPrintable(text.getBytes(StandardCharsets.UTF_8));
        return new String(out.toByteArray(), StandardCharsets.US_ASCII);
    }

    private static String rendered(Size size) {
        return new String(new HandWrittenMail().render(SampleMail.of(size)).toByteArray(), StandardCharsets.US_ASCII);
    }
}
