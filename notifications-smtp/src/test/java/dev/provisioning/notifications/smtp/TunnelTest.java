package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.TunnelFixtures.proxy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every kind of proxy. */
class TunnelTest {
    /** A name that no name server knows (RFC 6761 section 6.4). */
    private static final String BEHIND = "mail.invalid";

    @ParameterizedTest
    @EnumSource
    void theGreetingOfTheServerComesThroughWithoutALocalLookUpOfItsName(ProxyUrl.Kind kind) throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                ScriptedProxy proxy = ScriptedProxy.of(kind, "en@gine", "s3crét")) {
            String greeting = greeting(proxy.url("en%40gine", "s3cr%C3%A9t"), server.port());

            assertThat(greeting).startsWith("220 ");
            assertThat(proxy.targets()).containsExactly(BEHIND + ":" + server.port());
            assertThat(proxy.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongPasswordLeadsNowhere(ProxyUrl.Kind kind) {
        try (ScriptedProxy proxy = ScriptedProxy.of(kind, "engine", "s3cret")) {
            assertRefused(proxy.url("engine", "wr0ng"), "the proxy does not accept this user and password");
            assertRefused(proxy.url(), "the proxy asks for a user and password");
            assertThat(proxy.targets()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotAllowedIsSaid(ProxyUrl.Kind kind) {
        try (ScriptedProxy proxy = ScriptedProxy.of(kind)) {
            proxy.refuse();

            assertRefused(proxy.url(), "connect to mail.invalid:25: ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example, 'mail.example.com\r\nX: y'",
        "http://proxy.example, a b",
        "http://proxy.example, ''",
        "socks5://proxy.example, 'mail.example.com\r\nX: y'",
        "socks5://proxy.example, a b",
        "socks5://proxy.example, ''",
    })
    void noHostIsAskedForThatIsNoneAndMightSpoilTheRequest(String url, String host) {
        assertThatThrownBy(() -> Tunnel.through(proxy(url))
                        .open(InputStream.nullInputStream(), TunnelFixtures.NOWHERE, host, 465))
                .isInstanceOf(ProxyRefusedException.class)
                .hasMessage("the proxy cannot be asked for a host of such a name");
    }

    private static void assertRefused(String url, String words) {
        assertThatThrownBy(() -> greeting(url, 25))
                .isInstanceOfSatisfying(
                        ProxyRefusedException.class,
                        refusal -> assertThat(refusal.needsAdministrator()).isTrue())
                .hasMessageContaining(words);
    }

    private static String greeting(String url, int port) throws IOException {
        ProxyUrl proxy = proxy(url);
        try (Socket socket = new Socket(proxy.host(), proxy.port())) {
            Tunnel.through(proxy).open(socket.getInputStream(), socket.getOutputStream(), BEHIND, port);
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
