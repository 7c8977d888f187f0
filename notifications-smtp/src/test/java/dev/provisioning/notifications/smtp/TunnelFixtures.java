package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What the tests of tunnels begin with. */
final class TunnelFixtures {
    /** Where nothing may be written to. */
    static final OutputStream NOWHERE = new OutputStream() {
        @Override
        public void write(int octet) {
            throw new AssertionError("something was sent");
        }
    };

    private TunnelFixtures() {}

    static ProxyUrl proxy(String url) {
        Faults faults = new Faults();
        ProxyUrl proxy = ProxyUrl.parse(url, faults);
        faults.throwIfAny();
        return Objects.requireNonNull(proxy);
    }

    /** Asks for port 465 of a host; what was said to the proxy, one character for each byte. */
    static String ask(String url, InputStream answers, String host) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Tunnel.through(proxy(url)).open(answers, said, host, 465);
        return said.toString(StandardCharsets.ISO_8859_1);
    }

    /** Asks for mail.example.com, in vain. */
    static ProxyRefusedException refusal(String url, InputStream answers) {
        return Objects.requireNonNull(
                catchThrowableOfType(ProxyRefusedException.class, () -> ask(url, answers, "mail.example.com")));
    }
}
