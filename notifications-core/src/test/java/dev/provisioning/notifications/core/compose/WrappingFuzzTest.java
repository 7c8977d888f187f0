package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.provisioning.notifications.core.AnyText;

/** Lines of any text. */
class WrappingFuzzTest {
    /** What is read as a mark of direction has this directionality or a higher one. */
    private static final byte FIRST_MARK = Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING;

    @FuzzTest
    void noLineIsTooWideAndNoLetterIsLost(byte[] input) {
        String text = AnyText.of(input);

        String wrapped = Wrapping.wrap(text);

        assertThat(wrapped).endsWith("\n");
        assertThat(bare(wrapped)).isEqualTo(bare(text));
        assertThat(wrapped.lines().filter(line -> Columns.of(line) > Wrapping.COLUMNS))
                .allMatch(line -> line.contains("http") || isOneCharacter(line.strip()));
        assertTidy(text);
    }

    private static void assertTidy(String text) {
        String line = Tidy.line(text);

        assertThat(Tidy.line(line)).isEqualTo(line);
        assertThat(Tidy.lines(text)).allMatch(each -> each.lines().count() <= 1);
        assertThat((line + String.join("", Tidy.lines(text))).codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getDirectionality(c) >= FIRST_MARK);
    }

    private static boolean isOneCharacter(String line) {
        return line.codePointCount(0, line.length()) <= 1;
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cc}]", "");
    }
}
