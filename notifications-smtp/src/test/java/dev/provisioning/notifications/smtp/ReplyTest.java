package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    @Test
    void joinsLinesAndTakesTheEnhancedCodeOutOfEach() {
        Reply reply = reply("5.1.1 The account", "5.1.1  does not exist.", "5.1.1 Try again");

        assertThat(reply.enhancedCode()).isEqualTo("5.1.1");
        assertThat(reply.text()).isEqualTo("The account does not exist. Try again");
    }

    @Test
    void doesWithoutAnEnhancedCode() {
        Reply reply = reply("1.5 million mails are waiting");

        assertThat(reply.enhancedCode()).isNull();
        assertThat(reply.text()).isEqualTo("1.5 million mails are waiting");
    }

    @Test
    void doesWithoutWords() {
        assertThat(reply("").text()).isEqualTo("(no text)");
    }

    @Test
    void masksAddressesAndTakesOutControlCharacters() {
        Reply reply = reply("<ann.lee@example.com>,bob@example.com: \u001b[31mno\u0007");

        assertThat(reply.text()).isEqualTo("<a***@example.com>,b***@example.com: [31mno");
        assertThat(reply).hasToString("550 <a***@example.com>,b***@example.com: [31mno");
    }

    @Test
    void boundsWhatAServerSays() {
        assertThat(reply("no ".repeat(100_000)).text()).hasSizeBetween(100, 500);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4096, Integer.MAX_VALUE})
    void aLineMayBeSoLongHoweverItArrives(int mostAtOnce) throws IOException {
        String line = "250 " + "x".repeat(Reply.MAX_LINE - 4);

        assertThat(read(line + "\r\n", mostAtOnce).code()).isEqualTo(250);
        assertThat(read(line + "\n", mostAtOnce).code()).isEqualTo(250);
        assertThatThrownBy(() -> read(line + "x\r\n", mostAtOnce)).isInstanceOf(ProtocolException.class);
        assertThatThrownBy(() -> read(line + "x\n", mostAtOnce)).isInstanceOf(ProtocolException.class);
    }

    private static Reply read(String said, int mostAtOnce) throws IOException {
        byte[] script = said.getBytes(StandardCharsets.UTF_8);
        try (Wire wire = new Wire(new ChannelSocket(new ScriptedChannel(script, mostAtOnce)))) {
            return Reply.read(wire);
        }
    }

    private static Reply reply(String... lines) {
        return new Reply(550, List.of(lines));
    }
}
