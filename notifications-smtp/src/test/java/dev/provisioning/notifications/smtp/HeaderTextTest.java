package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {
    @Test
    void leavesShortAsciiAsItIs() {
        assertThat(subject("hr: 2 problems")).isEqualTo("Subject: hr: 2 problems");
    }

    @Test
    void foldsLongAsciiAtSpaces() {
        assertThat(subject("problem ".repeat(30).strip())).isEqualTo("""
                        Subject: problem problem problem problem problem problem problem problem
                         problem problem problem problem problem problem problem problem problem
                         problem problem problem problem problem problem problem problem problem
                         problem problem problem problem""");
    }

    @ParameterizedTest
    @CsvSource({
        "Zürich: 2 problems, =?UTF-8?Q?Z=C3=BCrich=3A_2_problems?=",
        "人事システム, =?UTF-8?B?5Lq65LqL44K344K544OG44Og?=",
        "=?UTF-8?Q?no?=, =?UTF-8?B?PT9VVEYtOD9RP25vPz0=?=",
    })
    void encodesEverythingElseInTheShorterWay(String text, String encoded) {
        assertThat(subject(text)).isEqualTo("Subject: " + encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two  spaces", " before", "after "})
    void encodesSpacesThatFoldingWouldLose(String text) {
        assertThat(subject(text)).isEqualTo("Subject: =?UTF-8?Q?" + text.replace(' ', '_') + "?=");
    }

    @Test
    void encodesABackslashBehindWhichFoldingWouldBeMissed() {
        assertThat(subject("the share C:\\ is full of reports"))
                .isEqualTo("Subject: =?UTF-8?Q?the_share_C=3A=5C_is_full_of_reports?=");
    }

    @Test
    void encodesAWordThatFitsOnNoLine() {
        assertThat(subject("x".repeat(100)))
                .isEqualTo("Subject: =?UTF-8?Q?" + "x".repeat(55) + "?=\n =?UTF-8?Q?" + "x".repeat(45) + "?=");
    }

    @Test
    void quotesAName() {
        assertThat(phrase("Provisioning, \"EU\" \\ West")).isEqualTo("From: \"Provisioning, \\\"EU\\\" \\\\ West\"");
    }

    @Test
    void encodesANameThatIsTooLongForTheLine() {
        assertThat(phrase("x".repeat(68))).isEqualTo("From: \"" + "x".repeat(68) + "\"");
        assertThat(phrase("x".repeat(69))).startsWith("From: =?UTF-8?Q?");
    }

    @Test
    void replacesWhatNoLineCanHaveAndOmitsMarksOfDirection() {
        assertThat(HeaderText.harmless("a\r\nb\u0000c\u0085d\u2028e\uD83Df\u202Eg\u2066h😀"))
                .isEqualTo("a\uFFFD\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDfgh😀");
    }

    @Test
    void saysThatSomethingWasThereWhereNothingIsLeft() {
        assertThat(phrase("\u202E")).isEqualTo("From: =?UTF-8?B?77+9?=");
    }

    private static String subject(String text) {
        return WrittenField.subject(text).replace("\r\n", "\n");
    }

    private static String phrase(String text) {
        return WrittenField.phrase(text).replace("\r\n", "\n");
    }
}
