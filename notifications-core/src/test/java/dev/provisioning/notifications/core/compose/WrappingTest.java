package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WrappingTest {
    private static final String WORDS = "word ".repeat(20).strip();

    @Test
    void goesOnUnderTheFirstWord() {
        assertThat(Wrapping.wrap("   " + WORDS).lines()).hasSize(2).allMatch(line -> line.startsWith("   word"));
        assertThat(Wrapping.wrap("x\n  - " + WORDS).lines().skip(1))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("  - word");
        assertThat(Wrapping.wrap("12. " + WORDS).lines().skip(1))
                .first()
                .asString()
                .startsWith("    word");
    }

    @Test
    void goesOnUnderAValue() {
        assertThat(Wrapping.wrap("   Name:  " + WORDS).lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("          word");
        assertThat(Wrapping.wrap("   Name: " + WORDS).lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("   word");
    }

    @Test
    void countsColumnsAndNotCharacters() {
        assertThat(Wrapping.wrap("人".repeat(40)).lines()).containsExactly("人".repeat(36), "人".repeat(4));
        assertThat(Wrapping.wrap("e\u0301".repeat(72)).lines()).hasSize(1);
        assertThat(Wrapping.wrap("\u2068" + "a".repeat(72) + "\u2069").lines()).hasSize(1);
    }

    @Test
    void breaksALongWordButNoAddress() {
        String address = "https://example.com/" + "a".repeat(100);

        assertThat(Wrapping.wrap("b".repeat(100) + " " + address))
                .isEqualTo("b".repeat(72) + "\n" + "b".repeat(28) + "\n" + address + "\n");
    }

    @Test
    void makesSeveralBlankLinesOne() {
        assertThat(Wrapping.wrap("\n\na  \n \n\n\n\nb\n\n")).isEqualTo("a\n\nb\n");
    }

    @Property
    void noLineIsTooLongAndNoLetterIsLost(
            @ForAll @StringLength(max = 400) @CharRange(from = 'a', to = 'f') @Chars({' ', '\n', '-', '1', '.', ':'})
                    String text) {
        String wrapped = Wrapping.wrap(text);

        Mails.assertNarrow(wrapped);
        assertThat(wrapped.replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }
}
