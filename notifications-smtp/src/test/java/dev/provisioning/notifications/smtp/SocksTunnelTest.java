package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.TunnelFixtures.ask;
import static dev.provisioning.notifications.smtp.TunnelFixtures.proxy;
import static dev.provisioning.notifications.smtp.TunnelFixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SOCKS 5, RFC 1928 and RFC 1929. */
class SocksTunnelTest {
    private static final String NOBODY = "socks5://proxy.example.com";
    private static final String ENGINE = "socks5://engine:s3cr%C3%A9t@proxy.example.com";
    private static final String ENGINE_AND_SECRET = "06656e67696e65" + "0773336372c3a974";
    private static final String YES = "0500 0001 7f000001 0050";

    @ParameterizedTest
    @CsvSource({
        "mail.example.com, 03 10 6d61696c2e6578616d706c652e636f6d",
        "192.0.2.1, 01 c0000201",
        "::1, 04 00000000000000000000000000000001",
    })
    void asksForTheServerByTheNameItHas(String host, String target) throws IOException {
        String request = ask(NOBODY, answers("0500" + YES), host);

        // 465 is 01d1.
        assertThat(hex(request)).isEqualTo("050100" + "050100" + target.replace(" ", "") + "01d1");
    }

    @Test
    void signsInIfTheProxyWants() throws IOException {
        String request = ask(ENGINE, answers("0502" + "0100" + YES), "192.0.2.1");

        assertThat(hex(request)).isEqualTo("05020200" + "01" + ENGINE_AND_SECRET + "050100" + "01c0000201" + "01d1");
    }

    @Test
    void tellsNoPasswordToAProxyThatWantsNone() throws IOException {
        String request = ask(ENGINE, answers("0500" + YES), "192.0.2.1");

        assertThat(hex(request)).isEqualTo("05020200" + "050100" + "01c0000201" + "01d1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0500 0001 7f000001 0050",
                "0500 0004 00000000000000000000000000000001 0050",
                "0500 0003 03 666f6f 0050",
                "0500 0003 00 0050",
            })
    void leavesToTheServerEveryByteThatFollowsTheAnswer(String answer) throws IOException {
        InputStream in = answers("0500" + answer + hex("220 mail"));

        ask(NOBODY, in, "mail.example.com");

        assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("220 mail");
    }

    @ParameterizedTest
    @CsvSource({
        "01, false, general failure (1)",
        "02, true, not allowed by its rules (2)",
        "03, false, network unreachable (3)",
        "04, false, host unreachable (4)",
        "05, false, connection refused (5)",
        "06, false, time to live expired (6)",
        "07, true, it does not know how to connect (7)",
        "08, true, it does not know this kind of address (8)",
        "09, false, for a reason that no standard knows (9)",
        "f0, false, for a reason that no standard knows (240)",
    })
    void saysWhyTheProxyRefusesAndWhetherSomebodyMustAct(String reply, boolean needsAdministrator, String words) {
        ProxyRefusedException refusal = refusal(ENGINE, answers("0500" + "05" + reply));

        assertThat(refusal).hasMessage("the proxy does not connect to mail.example.com:465: " + words);
        assertThat(refusal.needsAdministrator()).isEqualTo(needsAdministrator);
    }

    @ParameterizedTest
    @CsvSource({
        NOBODY + ", 05ff, the proxy asks for a user and password",
        ENGINE + ", 05ff, the proxy asks for a way to sign in that is not supported here",
        ENGINE + ", 0502 0101, the proxy does not accept this user and password",
        ENGINE + ", 0502 05ff, the proxy does not accept this user and password",
    })
    void saysWhatIsWrongWithTheSignIn(String proxy, String answer, String words) {
        ProxyRefusedException refusal = refusal(proxy, answers(answer));

        assertThat(refusal).hasMessage(words);
        assertThat(refusal.needsAdministrator()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0400", // version 4
                "0502", // wants a password, which was not offered
                "0501", // wants GSSAPI, which was not offered
                "0500 0400 00", // changes its mind
                "0500 0500 0002", // no kind of address
                "48545450", // speaks HTTP
            })
    void knowsWhatIsNoProxy(String answer) {
        ProxyRefusedException refusal = refusal(NOBODY, answers(answer));

        assertThat(refusal).hasMessage("what smtp.proxy names does not answer as a SOCKS 5 proxy");
        assertThat(refusal.needsAdministrator()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "05", "0500", "0500 05", "0500 0500", "0500 0500 0001 7f", "0500 0500 0001 7f000001 00"})
    void aConnectionThatEndsBeforeTheAnswerIsNoRefusal(String answer) {
        assertThatThrownBy(() -> ask(NOBODY, answers(answer), "mail.example.com"))
                .isInstanceOf(EOFException.class)
                .hasMessage("the proxy closed the connection before it had answered");
    }

    private static InputStream answers(String hex) {
        return new ByteArrayInputStream(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /** Of text with one character for each byte. */
    private static String hex(String bytes) {
        return HexFormat.of().formatHex(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }
}
