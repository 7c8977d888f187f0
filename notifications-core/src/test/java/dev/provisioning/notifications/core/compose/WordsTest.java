package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static final Languages LANGUAGES = new Languages(ClassLoader.getPlatformClassLoader());

    @Test
    void countsInTheReadersWayAndNotInTheMachines() {
        assertThat(in("en").count("reported", 1)).isEqualTo("Reported once.");
        assertThat(in("en").count("reported", 1_234_567)).isEqualTo("Reported 1,234,567 times.");
        assertThat(in("de").count("reported", 1_234_567)).isEqualTo("1.234.567-mal gemeldet.");
        assertThat(in("fr").count("overview.new", 0)).isEqualTo("0 nouveau");
        assertThat(in("ar").count("reported", 2)).isEqualTo("أُبلغ عنها مرتين.");
        assertThat(in("ar").count("reported", 3)).isEqualTo("أُبلغ عنها 3 مرات.");
        assertThat(in("ar").count("reported", 1_211))
                .as("in digits that links and reports have too")
                .isEqualTo("أُبلغ عنها 1,211 مرة.");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,just now", "PT-59S,just now", "PT-1M,1 minute ago", "PT-59M-59S,59 minutes ago", "PT-1H,1 hour ago",
        "PT-47H-59M,47 hours ago", "PT-48H,2 days ago", "P-999D,999 days ago", "PT59S,now", "PT90S,in 1 minute",
        "PT2H,in 2 hours", "P3D,in 3 days"
    })
    void tellsHowFarAwayAMomentIs(Duration away, String words) {
        assertThat(in("en").moment(Digests.NOW.plus(away))).endsWith(" (" + words + ")");
    }

    @Test
    void doesNotTellHowFarAwayAMomentIsThatNobodyCountsDaysTo() {
        assertThat(in("en").moment(Digests.NOW.plus(Duration.ofDays(1_000)))).isEqualTo("Mon 20 Aug 2029, 11:04");
        assertThat(in("en").zonedMoment(Instant.MAX)).endsWith(" Europe/Berlin");
    }

    @Test
    void tellsMomentsInTheReadersLanguageAndZone() {
        Instant moment = Instant.parse("2026-07-01T22:30:00Z");

        assertThat(at(ZoneId.of("Europe/Berlin"), "de").moment(moment)).startsWith("Do., 2. Juli 2026, 00:30");
        assertThat(at(ZoneId.of("Africa/Cairo"), "ar").moment(moment)).startsWith("الخميس 2 يوليو 2026، 01:30");
    }

    @Test
    void tellsWhichHourIsMeantWhenAClockShowsItTwice() {
        Words words = at(ZoneId.of("Europe/Berlin"), "en");

        assertThat(words.moment(Instant.parse("2026-10-25T00:30:00Z")))
                .startsWith("Sun 25 Oct 2026, 02:30 UTC+02:00 (");
        assertThat(words.moment(Instant.parse("2026-10-25T01:30:00Z")))
                .startsWith("Sun 25 Oct 2026, 02:30 UTC+01:00 (");
        assertThat(words.moment(Instant.parse("2026-10-25T02:30:00Z"))).startsWith("Sun 25 Oct 2026, 03:30 (");
    }

    @Test
    void namesTheZone() {
        assertThat(at(ZoneId.of("Europe/Berlin"), "en").zone()).isEqualTo("Europe/Berlin (Central European Time)");
        assertThat(at(ZoneId.of("Europe/Berlin"), "de").zone()).isEqualTo("Europe/Berlin (Mitteleuropäische Zeit)");
        assertThat(at(ZoneOffset.UTC, "en").zone()).isEqualTo("UTC");
        assertThat(at(ZoneId.of("Etc/UTC"), "en").zone()).isEqualTo("UTC");
        assertThat(at(ZoneOffset.ofHoursMinutes(5, 30), "en").zone()).isEqualTo("UTC+05:30");
    }

    @Test
    void keepsNamesThatAreWrittenTheOtherWayTogether() {
        assertThat(in("ar").say("why", "app", "Salesforce")).contains("\u2068Salesforce\u2069");
        assertThat(in("ar").say("why", "app", "نظام 7")).contains(" نظام 7 ").doesNotContain("\u2068");
        assertThat(in("en").say("why", "app", "שכר 7")).contains("\u2068שכר 7\u2069");
        assertThat(in("en").say("why", "app", "Zürich 7")).doesNotContain("\u2068");
        assertThat(at(ZoneId.of("Africa/Cairo"), "ar").zone())
                .as("once is enough")
                .isEqualTo("\u2068Africa/Cairo\u2069 (توقيت شرق أوروبا)");
        assertThat(in("ar").unmarked().say("why", "app", "Salesforce")).doesNotContain("\u2068");
    }

    @Test
    void joinsWhatIsManyInTheReadersWay() {
        assertThat(in("en").list(List.of("a", "b", "c"))).isEqualTo("a, b, c");
        assertThat(in("ar").list(List.of("ا", "ب"))).isEqualTo("ا، ب");
        assertThat(in("en").list(List.of())).isEmpty();
    }

    private static Words in(String tag) {
        return at(ZoneId.of("Europe/Berlin"), tag);
    }

    private static Words at(ZoneId zone, String tag) {
        Subscription subscription = Digests.salesforce()
                .zone(zone)
                .language(Locale.forLanguageTag(tag))
                .build();
        return Words.of(Digests.of(subscription, Digests.signInRefused().build()), LANGUAGES);
    }
}
