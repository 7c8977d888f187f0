package dev.provisioning.notifications.testkit;

import static dev.provisioning.notifications.testkit.RawClient.beforeTheDot;
import static dev.provisioning.notifications.testkit.RawClient.greeted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A scripted SMTP server")
class ScriptedSmtpServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String MAIL = "MAIL FROM:<a@example.com>";

    @Nested
    @DisplayName("that answers oddly")
    class Answers {
        /** Over TLS, because a read brings no more than one record. */
        @Test
        void saysAReplyInManyWrites() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.startTls().start();
                    RawClient client = greeted(server)) {
                client.ask("STARTTLS");
                client.secure();
                server.on(SmtpStep.EHLO).replyInPieces(9, "250-scripted.example", "250 PIPELINING");

                client.write("EHLO me\r\n");

                for (String piece : List.of("250-scrip", "ted.examp", "le\r\n250 P", "IPELINING", "\r\n")) {
                    assertThat(client.read()).isEqualTo(piece);
                }
                assertThat(client.ask(MAIL)).startsWith("250 ");
            }
        }

        @Test
        void saysALineWithoutEndAndThenNothing() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient client = greeted(server)) {
                server.on(SmtpStep.MAIL).longLine("250 ", 1_000_000);

                client.write(MAIL + "\r\n");

                assertThat(client.read(1_000_000)).startsWith("250 xxx").doesNotContain("\n");
                assertSilent(server, client);
            }
        }

        @Test
        void saysLinesOfOneReplyWithoutALastAndThenNothing() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient client = greeted(server)) {
                server.on(SmtpStep.EHLO).manyLines("250-more", 500);

                client.write("EHLO me\r\n");

                assertThat(client.read(500 * "250-more\r\n".length()).lines())
                        .hasSize(500)
                        .containsOnly("250-more");
                assertSilent(server, client);
            }
        }

        @Test
        void sendsBytesAsTheyAreAndThenNothing() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start()) {
                server.on(SmtpStep.CONNECT).garbage((byte) 0x16, (byte) 3, (byte) 0, (byte) 0xff);
                try (RawClient client = RawClient.of(server)) {
                    assertThat(client.read(4)).isEqualTo("\u0016\u0003\0\u00ff");
                    assertSilent(server, client);
                }
            }
        }

        /** Neither an answer nor an end. */
        private void assertSilent(ScriptedSmtpServer server, RawClient client) throws IOException {
            client.write("NOOP\r\n");
            server.close();
            assertThatThrownBy(client::line).isInstanceOfAny(AssertionError.class, SocketException.class);
            assertThat(server.commands().get(0)).doesNotContain("NOOP");
        }

        @Test
        void breaksOffInTheMidstOfALine() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient client = beforeTheDot(server)) {
                server.on(SmtpStep.END_OF_DATA).sayThenDrop("250 2.0.0 que");

                client.write(".\r\n");

                assertThat(client.rest()).isEqualTo("250 2.0.0 que");
                assertThat(server.mails()).hasSize(1);
            }
        }

        @Test
        void takesNoResponsibilityWhenWhatItBreaksOffIsARefusal() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient client = beforeTheDot(server)) {
                server.on(SmtpStep.END_OF_DATA).sayThenDrop("451 4.3.0 no\r\n");

                client.write(".\r\n");

                assertThat(client.rest()).isEqualTo("451 4.3.0 no\r\n");
                assertThat(server.mails()).isEmpty();
            }
        }

        @Test
        void takesResponsibilityWhenItDripsAYes() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient client = beforeTheDot(server)) {
                server.on(SmtpStep.END_OF_DATA).drip("250 ok", Duration.ofMillis(1));

                assertThat(client.ask(".")).isEqualTo("250 ok");
                assertThat(server.mails()).hasSize(1);
            }
        }

        @Test
        void answersNoopAndRsetAsItIsTold() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient client = greeted(server)) {
                assertThat(client.ask("NOOP")).startsWith("250 ");
                assertThat(client.ask("RSET")).startsWith("250 ");
                server.on(SmtpStep.NOOP).reply("450 4.2.0 busy");
                server.on(SmtpStep.RSET).reply("421 4.3.2 no more");

                assertThat(client.ask("NOOP")).startsWith("450 ");
                client.write("RSET\r\n");
                assertThat(client.rest()).isEqualTo("421 4.3.2 no more\r\n");
            }
        }
    }

    @Test
    void tellsWhenARuleHasComeIntoPlay() throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                RawClient client = greeted(server)) {
            SmtpRule rule = server.on(SmtpStep.MAIL).after(1).stall();
            client.ask(MAIL);

            assertThatThrownBy(() -> rule.awaitUse(Duration.ZERO))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("MAIL");
            client.write(MAIL + "\r\n");
            rule.awaitUse(PATIENCE);
        }
    }

    @Test
    void spoilsAHandshakeOnceItHasBegun() throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.tls().start();
                RawClient client = RawClient.of(server)) {
            SmtpRule rule = server.on(SmtpStep.HANDSHAKE).sayThenDrop("no TLS here");
            server.awaitConnections(1, PATIENCE);

            assertThatThrownBy(() -> rule.awaitUse(Duration.ofMillis(50))).isInstanceOf(AssertionError.class);
            client.write("what would be TLS");
            assertThat(client.rest()).isEqualTo("no TLS here");
        }
    }

    @Nested
    @DisplayName("that goes away")
    class Reach {
        @Test
        void closesItsPortAndKeepsItsConnections() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient client = greeted(server)) {
                server.stopListening();

                assertThatThrownBy(() -> RawClient.of(server)).isInstanceOf(ConnectException.class);
                assertThat(client.ask("NOOP")).startsWith("250 ");
            }
        }

        @Test
        void dropsItsConnectionsAndKeepsItsPort() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient one = greeted(server);
                    RawClient other = greeted(server)) {
                server.dropConnections();

                assertThat(one.rest()).isEmpty();
                assertThat(other.rest()).isEmpty();
                server.awaitNoConnection(PATIENCE);
                greeted(server).close();
            }
        }

        @Test
        void resetsItsConnectionsAndKeepsItsPort() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient client = greeted(server)) {
                server.resetConnections();

                assertThatThrownBy(client::rest).isInstanceOf(SocketException.class);
                greeted(server).close();
            }
        }

        @Test
        void listensOnOtherAddresses() throws IOException {
            try (ScriptedSmtpServer server = at("::1")) {
                assertThat(InetAddress.getByName(server.host())).isInstanceOf(Inet6Address.class);
                assertThat(server.host()).startsWith("[").endsWith("]");
                greeted(server).close();
            }
        }

        private ScriptedSmtpServer at(String loopback) throws IOException {
            try {
                return ScriptedSmtpServer.plain()
                        .address(InetAddress.getByName(loopback))
                        .start();
            } catch (UncheckedIOException e) {
                assertThat(e).hasCauseInstanceOf(BindException.class);
                return abort("no " + loopback + " here");
            }
        }

        @Test
        void listensOnTheLoopbackInterfaceOnly() throws IOException {
            InetAddress elsewhere = InetAddress.getByName("192.0.2.1");

            assertThatThrownBy(() -> ScriptedSmtpServer.plain().address(elsewhere))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("192.0.2.1");
        }
    }
}
