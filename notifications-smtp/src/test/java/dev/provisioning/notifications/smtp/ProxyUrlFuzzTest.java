package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The URL of a proxy as an administrator has typed it, and what is said to the proxy then. */
class ProxyUrlFuzzTest {
    private static final String PASSWORD = "hunter2-Xyzzy";

    @FuzzTest
    void aUrlIsRefusedWithoutItsPasswordOrAsksForTheServerAlone(byte[] input) throws IOException {
        String url = AnyText.of(input).replace("{password}", PASSWORD);
        Faults faults = new Faults();

        ProxyUrl proxy = ProxyUrl.parse(url, faults);

        String refusal = Urls.refusal(faults);
        assertThat(proxy != null || !refusal.isEmpty()).isTrue();
        if (Urls.isUserInformation(PASSWORD, url)) {
            assertThat(refusal + proxy).doesNotContain(PASSWORD);
        }
        if (proxy != null && refusal.isEmpty()) {
            Urls.assertUsable(proxy.host(), proxy.port());
            assertAsks(proxy);
        }
    }

    private static void assertAsks(ProxyUrl proxy) throws IOException {
        byte[] welcome = proxy.kind() == ProxyUrl.Kind.HTTP ? new byte[0] : new byte[] {5, 2, 1, 0};
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            Tunnel.through(proxy).open(new ByteArrayInputStream(welcome), said, "mail.example.com", 465);
        } catch (EOFException | ProxyRefusedException silent) {
            assertThat(silent.getMessage()).doesNotContain(PASSWORD);
        }
        if (proxy.kind() == ProxyUrl.Kind.HTTP) {
            assertHttp(said.toString(StandardCharsets.ISO_8859_1), proxy.login());
        } else {
            assertSocks(said.toByteArray(), proxy.login());
        }
    }

    private static void assertHttp(String said, ProxyUrl.@Nullable Login login) {
        String[] lines = said.split("\r\n", -1);

        assertThat(lines)
                .startsWith("CONNECT mail.example.com:465 HTTP/1.1", "Host: mail.example.com:465")
                .endsWith("", "")
                .hasSize(login == null ? 4 : 5)
                .allMatch(line -> !line.contains("\r") && !line.contains("\n"));
        if (login != null) {
            byte[] words = Base64.getDecoder().decode(lines[2].substring("Proxy-Authorization: Basic ".length()));
            assertThat(login.user()).doesNotContain(":");
            assertThat(words).isEqualTo(utf8(login.user() + ":" + login.password()));
        }
    }

    /** Of what is said up to the sign-in, each length is that of what follows. */
    private static void assertSocks(byte[] said, ProxyUrl.@Nullable Login login) {
        if (login != null) {
            ByteBuffer words = ByteBuffer.wrap(said, 5, said.length - 5);
            assertThat(said).startsWith(5, 2, 2, 0, 1);
            assertThat(sized(words)).isEqualTo(utf8(login.user()));
            assertThat(sized(words)).isEqualTo(utf8(login.password()));
        }
    }

    private static byte[] sized(ByteBuffer words) {
        byte[] bytes = new byte[words.get() & 0xFF];
        words.get(bytes);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
