package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MailDateFormat;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02T04:05:06.789Z|Mon, 2 Mar 2026 04:05:06 +0000",
                "2024-02-29T23:59:59Z|Thu, 29 Feb 2024 23:59:59 +0000",
                "1969-12-31T23:59:59Z|Wed, 31 Dec 1969 23:59:59 +0000",
                "9999-12-31T23:59:59.999Z|Fri, 31 Dec 9999 23:59:59 +0000",
            })
    void isInUtcAndInEnglish(Instant instant, String date) {
        assertThat(written(instant)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+10000-01-01T00:00:00Z|Fri, 31 Dec 9999 23:59:59 +0000",
                "+1000000000-12-31T23:59:59.999999999Z|Fri, 31 Dec 9999 23:59:59 +0000",
                "1899-12-31T23:59:59Z|Mon, 1 Jan 1900 00:00:00 +0000",
                "-1000000000-01-01T00:00:00Z|Mon, 1 Jan 1900 00:00:00 +0000",
            })
    void isTheNearestThatAMailCanSay(Instant instant, String date) {
        assertThat(written(instant)).isEqualTo(date);
    }

    /** From 1900 to 9999. */
    @Property
    void isReadByOthers(@ForAll @LongRange(min = -2_208_988_800L, max = 253_402_300_799L) long second)
            throws ParseException {
        assertThat(new MailDateFormat().parse(written(Instant.ofEpochSecond(second))))
                .isEqualTo(Instant.ofEpochSecond(second));
    }

    private static String written(Instant instant) {
        MailBuffer out = new MailBuffer(16);
        MailDate.write(instant, out);
        return new String(out.toByteArray(), StandardCharsets.US_ASCII);
    }
}
