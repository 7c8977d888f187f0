package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TidyTest {
    @Test
    void makesOneLine() {
        assertThat(Tidy.line("  a\tb\r\n\n c\u2028d\u200B\uFEFF ")).isEqualTo("a b c d");
    }

    @Test
    void keepsLinesAndTheirIndentation() {
        assertThat(Tidy.lines("a\n  b\t\n\n\tc\u202E  \n\n")).containsExactly("a", "  b", "", "    c");
        assertThat(Tidy.lines(" \n ")).isEmpty();
    }

    @Test
    void keepsWhatJoinsLettersAndPictures() {
        assertThat(Tidy.line("👩\u200D🔧 می\u200Cخواهم")).isEqualTo("👩\u200D🔧 می\u200Cخواهم");
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(Tidy.cut("abc", 3)).isEqualTo("abc");
        assertThat(Tidy.cut("ab cd", 4)).isEqualTo("ab…");
        assertThat(Tidy.cut("😀😀😀", 2)).isEqualTo("😀…");
    }
}
