package dev.provisioning.notifications.benchmarks.smtp.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndOfDataTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "x\r\n", "..x\r\n", ".\n\r\n", "\r\n\r\n", "x\r\r\n", ".\r.\r\n", "x\r\n..\r\n"})
    void theEndIsFoundWhereverTheContentIsCut(String content) {
        byte[] wire = (content + ".\r\nMAIL").getBytes(StandardCharsets.US_ASCII);
        int end = content.length() + 3;

        for (int cut = 0; cut < end; cut++) {
            EndOfData endOfData = new EndOfData();
            assertThat(endOfData.find(wire, 0, cut))
                    .as("before a cut at %d", cut)
                    .isEqualTo(-1);
            assertThat(endOfData.find(wire, cut, wire.length))
                    .as("after a cut at %d", cut)
                    .isEqualTo(end);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.\r\n", "\n.\r\n", "x\r\n.\n", "x\r\n.\r", "x\r\n.x\r\n", "..\r\n"})
    void nothingElseIsAnEnd(String content) {
        byte[] wire = content.getBytes(StandardCharsets.US_ASCII);

        assertThat(new EndOfData().find(wire, 0, wire.length)).isEqualTo(-1);
    }
}
