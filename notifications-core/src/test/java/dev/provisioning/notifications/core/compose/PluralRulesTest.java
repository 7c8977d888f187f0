package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of Unicode's CLDR for whole numbers. */
class PluralRulesTest {
    private static final String ARABIC =
            "zero: n = 0; one: n = 1; two: n = 2; few: n % 100 = 3..10; many: n % 100 = 11..99";
    private static final String POLISH =
            "one: n = 1; few: n % 10 = 2..4 and n % 100 != 12..14; many: n != 1 and n % 10 = 0..1 or n % 10 = 5..9 or n % 100 = 12..14";

    @ParameterizedTest
    @CsvSource({"0,other", "1,one", "2,other", "11,other", "1000000,other"})
    void english(long number, String form) {
        assertThat(PluralRules.parse("one: n = 1").formOf(number)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"0,one", "1,one", "2,other"})
    void french(long number, String form) {
        assertThat(PluralRules.parse("one: n = 0,1").formOf(number)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "0,zero",
        "1,one",
        "2,two",
        "3,few",
        "10,few",
        "11,many",
        "99,many",
        "100,other",
        "102,other",
        "103,few",
        "111,many",
        "1000,other"
    })
    void arabic(long number, String form) {
        assertThat(PluralRules.parse(ARABIC).formOf(number)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "1,one",
        "2,few",
        "4,few",
        "5,many",
        "11,many",
        "12,many",
        "14,many",
        "21,many",
        "22,few",
        "112,many",
        "122,few"
    })
    void polish(long number, String form) {
        assertThat(PluralRules.parse(POLISH).formOf(number)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"1,one", "21,one", "11,other", "2,few", "12,other"})
    void asTheyStandInTheTableOfUnicode(long number, String form) {
        String table = "one: v = 0 and i % 10 = 1 and i % 100 != 11 or f % 10 = 1 and f % 100 != 11 @integer 1, 21, 31;"
                + " few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14 or f % 10 = 2..4 @integer 2~4;"
                + " other: @integer 0, 5~19";

        assertThat(PluralRules.parse(table).formOf(number)).isEqualTo(form);
    }

    @Test
    void aLanguageMayHaveOneFormForAllNumbers() {
        assertThat(PluralRules.parse("").formOf(1)).isEqualTo("other");
        assertThat(PluralRules.parse(" ; ").forms()).containsExactly("other");
    }

    @Test
    void tellsWhichFormsItTakes() {
        assertThat(PluralRules.parse(ARABIC).forms()).containsExactly("zero", "one", "two", "few", "many", "other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n = 1",
                "one",
                "one:",
                "one: n",
                "one: n=1",
                "one: n = x",
                "one: n % 0 = 1",
                "one: n = 1..",
                "single: n = 1",
                "other: n = 1",
                "one: x = 1",
                "one: n = 1 and",
                "one: n = 99999999999999999999"
            })
    void refusesWhatIsNoRule(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PluralRules.parse(text));
    }
}
