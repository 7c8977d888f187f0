package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    @Test
    void joinsLinesAndTakesTheEnhancedCodeOutOfEach() {
        assertThat(Reply.parse(550, "550-5.1.1 The account\n550-5.1.1  does not exist.\n550 5.1.1 Try again\n"))
                .isEqualTo(new Reply(550, "5.1.1", "The account does not exist. Try again"));
    }

    @Test
    void doesWithoutAnEnhancedCode() {
        assertThat(Reply.parse(452, "452 1.5 million mails are waiting"))
                .isEqualTo(new Reply(452, null, "1.5 million mails are waiting"));
    }

    @Test
    void doesWithoutWords() {
        assertThat(Reply.parse(250, "250")).isEqualTo(new Reply(250, null, "(no text)"));
    }

    @Test
    void masksAddressesAndTakesOutControlCharacters() {
        assertThat(Reply.parse(550, "550 <ann.lee@example.com>,bob@example.com: \u001b[31mno\u0007"))
                .isEqualTo(new Reply(550, null, "<a***@example.com>,b***@example.com: [31mno"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 199, 600})
    void isNoneIfTheCodeIsNone(int code) {
        assertThat(Reply.parse(code, "600 what")).isNull();
    }

    @Test
    void boundsWhatAServerSays() {
        Reply reply = Reply.parse(550, "550 " + "no ".repeat(100_000));

        assertThat(reply).isNotNull().extracting(Reply::text).asString().hasSizeBetween(100, 500);
    }
}
