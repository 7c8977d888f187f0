package dev.provisioning.notifications.testkit;

import static dev.provisioning.notifications.testkit.RawClient.greeted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class InterjectionTest {
    @Test
    void aServerSaysSomethingToEverybodyUnasked() throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                RawClient one = greeted(server);
                RawClient other = greeted(server)) {
            server.interject("421 4.3.2 shutting down");

            assertThat(one.line()).isEqualTo("421 4.3.2 shutting down");
            assertThat(other.line()).isEqualTo("421 4.3.2 shutting down");
            one.write("NOOP\r\n");
            assertThat(one.line()).startsWith("250 ");
        }
    }

    @Test
    void overTlsToo() throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.tls().start();
                RawClient client = RawClient.of(server)) {
            client.secure();
            assertThat(client.line()).startsWith("220 ");

            server.interject("421 4.3.2 shutting down");

            assertThat(client.line()).isEqualTo("421 4.3.2 shutting down");
        }
    }
}
