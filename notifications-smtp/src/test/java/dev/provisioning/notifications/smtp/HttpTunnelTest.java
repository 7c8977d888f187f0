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
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CONNECT, RFC 9110 section 9.3.6. */
class HttpTunnelTest {
    private static final String NOBODY = "http://proxy.example.com";
    private static final String ENGINE = "http://engine:s3cr%C3%A9t@proxy.example.com";
    private static final String YES = "HTTP/1.1 200 Connection established\r\n\r\n";

    @ParameterizedTest
    @CsvSource({"mail.example.com, mail.example.com:465", "192.0.2.1, 192.0.2.1:465", "2001:db8::1, [2001:db8::1]:465"})
    void asksForTheServerByTheNameItHas(String host, String target) throws IOException {
        String request = ask(NOBODY, answers(YES), host);

        assertThat(request).isEqualTo("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n");
    }

    @Test
    void signsInWithTheFirstRequest() throws IOException {
        String request = ask(ENGINE, answers(YES), "mail.example.com");

        String login = Base64.getEncoder().encodeToString("engine:s3crét".getBytes(StandardCharsets.UTF_8));
        assertThat(request).contains("\r\nProxy-Authorization: Basic " + login + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                YES,
                "HTTP/1.0 200\r\n\r\n",
                "HTTP/1.1 299 Odd, but yes\r\nServer: x\r\nContent-Length: 5\r\n\r\n",
                "HTTP/1.1 200 OK\nVia: bare line ends\n\n",
                "HTTP/1.1 100 Continue\r\nX: y\r\n\r\nHTTP/1.1 102 Wait\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 \u0085\r\n\r\n",
            })
    void leavesToTheServerEveryByteThatFollowsTheAnswer(String answer) throws IOException {
        InputStream in = answers(answer + "220 mail.example.com\r\n");

        ask(NOBODY, in, "mail.example.com");

        assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("220 mail.example.com\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "400, true, Bad Request",
        "403, true, Forbidden",
        "404, true, Not Found",
        "405, true, Method Not Allowed",
        "408, false, Request Timeout",
        "418, true, ''",
        "429, false, Too Many Requests",
        "500, false, Internal Server Error",
        "501, true, Not Implemented",
        "502, false, Bad Gateway",
        "503, false, Service Unavailable",
        "504, false, Gateway Timeout",
        "511, true, Network Authentication Required",
        "599, false, ''",
        "302, true, ''",
        "101, true, ''",
    })
    void saysWhyTheProxyRefusesAndWhetherSomebodyMustAct(int code, boolean needsAdministrator, String words) {
        ProxyRefusedException refusal = refusal(ENGINE, answers("HTTP/1.1 " + code + " s3crét\r\nX: s3crét\r\n\r\n"));

        assertThat(refusal)
                .hasMessageStartingWith("the proxy refuses to connect to mail.example.com:465: " + code)
                .hasMessageContaining(words)
                .hasMessageNotContainingAny("s3cr", "engine");
        assertThat(refusal.needsAdministrator()).isEqualTo(needsAdministrator);
    }

    @ParameterizedTest
    @CsvSource({
        NOBODY + ", Basic realm=\"x\", asks for a user and password (407)",
        NOBODY + ", 'Digest realm=\"x\", basic realm=\"y\"', asks for a user and password (407)",
        NOBODY + ", NTLM, 'asks for a way to sign in that is not supported here, which is Basic alone (407)'",
        ENGINE + ", BASIC, does not accept this user and password (407)",
        ENGINE + ", 'Negotiate', 'asks for a way to sign in that is not supported here, which is Basic alone (407)'",
    })
    void saysWhatIsWrongWithTheSignIn(String proxy, String offer, String words) {
        String answer = "HTTP/1.1 407 No\r\nVia: x\r\nProxy-Authenticate: " + offer + "\r\n\r\n";

        ProxyRefusedException refusal = refusal(proxy, answers(answer));

        assertThat(refusal).hasMessage("the proxy " + words);
        assertThat(refusal.needsAdministrator()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "220 mail.example.com ESMTP\r\n",
                "\u0005\u0000\r\n",
                "SSH-2.0-x\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 000 Wait\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
                "\r\n",
            })
    void knowsWhatIsNoProxy(String answer) {
        ProxyRefusedException refusal = refusal(NOBODY, answers(answer));

        assertThat(refusal).hasMessage("what smtp.proxy names does not answer as an HTTP proxy");
        assertThat(refusal.needsAdministrator()).isTrue();
    }

    @Test
    void readsNoMoreThanEightKilobytesOfAnAnswerWithoutAnEnd() {
        ByteArrayInputStream endless = answers("HTTP/1.1 200 OK\r\nX: " + "y".repeat(9 * 1024));
        int all = endless.available();

        assertThat(refusal(NOBODY, endless)).hasMessageContaining("does not answer as an HTTP proxy");
        assertThat(all - endless.available()).isEqualTo(8 * 1024 + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 ", "HTTP/1.1 200 OK\r\nX: y\r\n"})
    void aConnectionThatEndsBeforeTheAnswerIsNoRefusal(String answer) {
        assertThatThrownBy(() -> ask(NOBODY, answers(answer), "mail.example.com"))
                .isInstanceOf(EOFException.class)
                .hasMessage("the proxy closed the connection before it had answered");
    }

    private static ByteArrayInputStream answers(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
