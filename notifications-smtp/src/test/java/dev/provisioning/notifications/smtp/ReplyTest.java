package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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

    private static Reply reply(String... lines) {
        return new Reply(550, List.of(lines));
    }
}
