package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Values packed into a line")
class PackedTest {
    private static final String[] PIECES = {
        "\t",
        "\n",
        "\r",
        "\\",
        "\\N",
        "\\t",
        "\\n",
        "N",
        "t",
        "n",
        "a",
        " ",
        "Ж",
        "日",
        "\ud83d\ude00",
        "e\u0301",
        "\u0001",
        "\\\\"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\\N",
                "\\",
                "\\\\N",
                "\t",
                "\n",
                "\\t",
                "a\tb\nc\\d",
                "\\\\",
                "\ud83d\ude00\t",
                "\u202e",
                "\r\n"
            })
    @DisplayName("are the same when they are taken out, however strange")
    void areTheSame(String text) {
        Packed.Reader packed =
                new Packed.Reader(new Packed().text(text).text(text).toString());

        assertThat(packed.textOrNull()).isEqualTo(text);
        assertThat(packed.text()).isEqualTo(text);
    }

    @Test
    @DisplayName("are the same when they are taken out, whatever they are put together from")
    void areTheSameAtRandom() {
        Random random = new Random(20_260_302);
        for (int run = 0; run < 5_000; run++) {
            List<@Nullable String> texts = new ArrayList<>();
            Packed packed = new Packed();
            for (int i = random.nextInt(6); i >= 0; i--) {
                String text = random.nextInt(8) == 0 ? null : text(random);
                texts.add(text);
                packed.text(text);
            }
            Packed.Reader reader = new Packed.Reader(packed.toString());
            assertThat(packed.toString()).doesNotContain("\n");
            for (String text : texts) {
                assertThat(reader.textOrNull()).isEqualTo(text);
            }
            assertThatThrownBy(reader::textOrNull).isInstanceOf(DamagedException.class);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    @DisplayName("may be numbers, instants and lists of lists")
    void mayBeOfAllSorts() {
        Packed packed =
                new Packed().number(Long.MIN_VALUE).instant(Instant.EPOCH).instant(null);
        packed.list(List.of(1, 0, 2), size -> packed.list(Arrays.asList(new Integer[size]), none -> packed.text("x")));
        Packed.Reader reader = new Packed.Reader(packed.toString());

        assertThat(reader.number()).isEqualTo(Long.MIN_VALUE);
        assertThat(reader.instant()).isEqualTo(Instant.EPOCH);
        assertThat(reader.instantOrNull()).isNull();
        assertThat(reader.list(each -> each.list(Packed.Reader::text)))
                .containsExactly(List.of("x"), List.of(), List.of("x", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "a\t", "\\N\t", "9223372036854775808\t", "2147483648\t"})
    @DisplayName("are damaged if a number is none, too large or missing")
    void areDamagedWithoutANumber(String line) {
        assertThatThrownBy(() -> new Packed.Reader(line).integer()).isInstanceOf(DamagedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2\tx\t", "9223372036854775807\tx\t"})
    @DisplayName("are damaged if a list is shorter than it says")
    void areDamagedWithAShortList(String line) {
        assertThatThrownBy(() -> new Packed.Reader(line).list(Packed.Reader::text))
                .isInstanceOf(DamagedException.class);
    }
}
