package dev.provisioning.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {
    @Test
    void aValueIsShownQuotedWithItsControlCharactersEscaped() {
        assertThat(Check.shown("a\r\nb\u0000\u2028\ud83dc")).isEqualTo("\"a\\u000d\\u000ab\\u0000\\u2028\\ud83dc\"");
    }

    @Test
    void aValueOfSixtyCharactersIsShownWholeAndALongerOneShortened() {
        assertThat(Check.shown("x".repeat(60))).isEqualTo("\"" + "x".repeat(60) + "\"");
        assertThat(Check.shown("x".repeat(61))).isEqualTo("\"" + "x".repeat(60) + "…\"");
        assertThat(Check.shown("\ud83d\ude00".repeat(61))).isEqualTo("\"" + "\ud83d\ude00".repeat(60) + "…\"");
    }

    @Test
    void aListIsCopied() {
        List<String> given = new ArrayList<>(List.of("a"));

        List<String> copy = Check.list("things", given, 2);
        given.add("b");

        assertThat(copy).containsExactly("a");
        assertThatThrownBy(() -> copy.add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aListTellsWhichOfItsElementsIsMissing() {
        List<String> given = Arrays.asList("a", Absent.value());

        assertThatThrownBy(() -> Check.list("things", given, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("things[1] is missing");
    }

    @Test
    void aListTellsHowManyElementsItMayHave() {
        assertThat(Check.list("things", List.of(1, 2), 2)).hasSize(2);
        assertThatThrownBy(() -> Check.list("things", List.of(1, 2, 3), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("things has 3 elements, more than 2");
    }
}
