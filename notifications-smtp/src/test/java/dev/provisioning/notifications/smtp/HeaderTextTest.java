package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {
    @Test
    void leavesAsciiAsItIs() {
        assertThat(HeaderText.unstructured("hr: 2 problems")).isEqualTo("hr: 2 problems");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zürich: Kennwort läuft ab",
                "人事システム: パスワードの有効期限が切れました。管理者に連絡してください。人事システム",
                "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 smile",
                "=?UTF-8?B?aGFja2Vk?= looks encoded, and is not",
            })
    void encodesEverythingElseSoThatOthersCanReadIt(String text) throws UnsupportedEncodingException {
        String encoded = HeaderText.unstructured(text);

        assertThat(encoded).isASCII();
        assertThat(encoded.lines()).allMatch(line -> line.strip().length() <= 75);
        assertThat(MimeUtility.decodeText(encoded.replace("\r\n", ""))).isEqualTo(text);
    }

    @Test
    void quotesAName() {
        assertThat(HeaderText.phrase("Provisioning, \"EU\" \\ West"))
                .isEqualTo("\"Provisioning, \\\"EU\\\" \\\\ West\"");
    }
}
