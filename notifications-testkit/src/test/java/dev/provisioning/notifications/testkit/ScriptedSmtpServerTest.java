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
    private static final String RCPT = "RCPT TO:<b@example.com>";

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
    @DisplayName("that asks who is there")
    class SigningIn {
        private static final String OLD = "user=engine\1auth=Bearer old\1\1";
        private static final String NEW = "user=engine\1auth=Bearer new\1\1";

        @Test
        void offersWhatItKnows() throws IOException {
            try (ScriptedSmtpServer passwords =
                            ScriptedSmtpServer.tls().user("engine", "secret").start();
                    ScriptedSmtpServer tokens =
                            ScriptedSmtpServer.tls().token("engine", "old").start();
                    ScriptedSmtpServer both = ScriptedSmtpServer.tls()
                            .user("engine", "secret")
                            .token("engine", "old")
                            .start();
                    ScriptedSmtpServer none = ScriptedSmtpServer.tls()
                            .user("engine", "secret")
                            .without("AUTH")
                            .start()) {
                assertThat(offers(passwords)).contains("250-AUTH PLAIN LOGIN");
                assertThat(offers(tokens)).contains("250-AUTH XOAUTH2");
                assertThat(offers(both)).contains("250-AUTH PLAIN LOGIN XOAUTH2");
                assertThat(offers(none)).noneMatch(line -> line.contains("AUTH"));
            }
        }

        private List<String> offers(ScriptedSmtpServer server) throws IOException {
            try (RawClient client = secured(server)) {
                client.write("EHLO me\r\nQUIT\r\n");
                return client.rest().lines().toList();
            }
        }

        private RawClient secured(ScriptedSmtpServer server) throws IOException {
            RawClient client = RawClient.of(server);
            client.secure();
            assertThat(client.line()).startsWith("220 ");
            return client;
        }

        @Test
        void refusesAWrongTokenByAChallengeAndAcceptsTheOneThatReplacesIt() throws IOException {
            try (ScriptedSmtpServer server =
                            ScriptedSmtpServer.tls().token("engine", "new").start();
                    RawClient client = secured(server)) {
                String challenge = client.ask("AUTH XOAUTH2 " + RawClient.base64(OLD));

                assertThat(challenge)
                        .isEqualTo("334 "
                                + RawClient.base64("{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail\"}"));
                assertThat(client.ask("")).startsWith("535 5.7.8 ");
                assertThat(client.ask(MAIL)).startsWith("530 ");
                assertThat(client.ask("AUTH XOAUTH2 " + RawClient.base64(NEW))).startsWith("235 ");
                assertThat(client.ask(MAIL)).startsWith("250 ");
            }
        }

        @Test
        void letsATokenExpire() throws IOException {
            try (ScriptedSmtpServer server =
                    ScriptedSmtpServer.tls().token("engine", "old").start()) {
                try (RawClient client = secured(server)) {
                    assertThat(client.ask("AUTH XOAUTH2")).isEqualTo("334");
                    assertThat(client.ask(RawClient.base64(OLD))).startsWith("235 ");
                }
                server.acceptToken("new");
                try (RawClient client = secured(server)) {
                    assertThat(client.ask("AUTH XOAUTH2 " + RawClient.base64(OLD)))
                            .startsWith("334 ");
                    assertThat(client.ask("")).startsWith("535 ");
                }
                try (RawClient client = secured(server)) {
                    assertThat(client.ask("AUTH XOAUTH2 " + RawClient.base64(NEW)))
                            .startsWith("235 ");
                }
            }
        }

        @Test
        void refusesWhatItDoesNotKnowAndWhatIsNotBase64() throws IOException {
            try (ScriptedSmtpServer server =
                            ScriptedSmtpServer.tls().user("engine", "secret").start();
                    RawClient client = secured(server)) {
                assertThat(client.ask("AUTH XOAUTH2 " + RawClient.base64(OLD))).startsWith("504 ");
                assertThat(client.ask("AUTH PLAIN *")).startsWith("501 ");
                assertThat(client.ask("AUTH PLAIN " + RawClient.base64("\0engine\0wrong")))
                        .startsWith("535 ");
                assertThat(client.ask("AUTH PLAIN " + RawClient.base64("\0engine\0secret")))
                        .startsWith("235 ");
                assertThat(client.ask("AUTH LOGIN")).startsWith("503 ");
            }
        }
    }

    @Nested
    @DisplayName("with a client that pipelines")
    class Pipelining {
        /** Over TLS, because a read brings no more than one record. */
        @Test
        void answersAGroupInOrderAndTogether() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.startTls().start();
                    RawClient client = greeted(server)) {
                client.ask("STARTTLS");
                client.secure();
                server.on(SmtpStep.RCPT).recipient("b@example.com").reply("550 5.1.1 who?");

                client.write(MAIL + "\r\n" + RCPT + "\r\nRCPT TO:<c@example.com>\r\nDATA\r\n");

                assertThat(client.read().lines())
                        .extracting(line -> line.substring(0, 3))
                        .containsExactly("250", "550", "250", "354");
            }
        }

        @Test
        void holdsNoAnswerBackFromAClientThatWaits() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient client = greeted(server)) {
                client.write(MAIL + "\r\nRCPT TO:");

                assertThat(client.line()).startsWith("250 2.1.0 ");
                client.write("<b@example.com>\r\n");
                assertThat(client.line()).startsWith("250 2.1.5 ");
            }
        }

        @Test
        void tellsWhichCommandsCameTogether() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient client = greeted(server)) {
                client.ask("EHLO me");
                client.write(MAIL + "\r\n" + RCPT + "\r\nDATA\r\n");
                client.read();
                client.write("Subject: hello\r\n\r\nhello\r\n");
                assertThat(client.ask(".")).startsWith("250 ");
                client.ask("QUIT");

                assertThat(server.groups(1))
                        .containsExactly(
                                List.of("EHLO me"), List.of(MAIL, RCPT, "DATA"), List.of("."), List.of("QUIT"));
            }
        }

        @Test
        void tellsWhichCommandsCameTogetherOverTls() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.startTls().start();
                    RawClient client = greeted(server)) {
                client.ask("STARTTLS");
                client.secure();
                client.write(MAIL + "\r\n" + RCPT + "\r\n");
                client.line();
                client.line();
                client.ask("NOOP");

                assertThat(server.groups(1)).containsExactly(List.of("STARTTLS"), List.of(MAIL, RCPT), List.of("NOOP"));
            }
        }

        @Test
        void forgetsWhatCameTogetherWithStarttls() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.startTls().start();
                    RawClient client = greeted(server)) {
                client.write("STARTTLS\r\n" + MAIL + "\r\n");
                assertThat(client.line()).startsWith("220 ");
                client.secure();

                assertThat(client.ask(RCPT)).startsWith("503 ");
            }
        }

        @Test
        void refusesDataWhenItHasRefusedAllRecipients() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient client = greeted(server)) {
                server.on(SmtpStep.RCPT).reply("550 5.1.1 who?");

                client.write(MAIL + "\r\n" + RCPT + "\r\nDATA\r\n");

                assertThat(client.read().lines())
                        .extracting(line -> line.substring(0, 3))
                        .containsExactly("250", "550", "554");
            }
        }

        @Test
        void mayGrantDataToNobodyAndThenRefusesTheLoneDot() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient client = greeted(server)) {
                server.on(SmtpStep.RCPT).reply("550 5.1.1 who?");
                server.on(SmtpStep.DATA).reply("354 go ahead");

                client.write(MAIL + "\r\n" + RCPT + "\r\nDATA\r\n");
                assertThat(client.read()).endsWith("354 go ahead\r\n");

                assertThat(client.ask(".")).startsWith("554 ");
                assertThat(client.ask("NOOP")).startsWith("250 ");
            }
        }

        @Test
        void takesNoResponsibilityForAMailToNobodyWhateverItSays() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient client = greeted(server)) {
                server.on(SmtpStep.DATA).reply("354 go ahead");
                server.on(SmtpStep.END_OF_DATA).reply("250 ok");

                client.ask(MAIL);
                client.ask("DATA");

                assertThat(client.ask(".")).isEqualTo("250 ok");
                assertThat(server.mails()).isEmpty();
            }
        }

        @Test
        void keepsTheMailsOfOneConnectionApart() throws IOException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    RawClient client = beforeTheDot(server)) {
                client.write(".\r\nMAIL FROM:<c@example.com>\r\nRCPT TO:<d@example.com>\r\nDATA\r\n");
                for (String code : List.of("250", "250", "250", "354")) {
                    assertThat(client.line()).startsWith(code);
                }
                client.write("Subject: again\r\n");
                client.ask(".");

                assertThat(server.mails())
                        .extracting(SmtpMail::sender)
                        .containsExactly("a@example.com", "c@example.com");
                assertThat(server.mails())
                        .extracting(SmtpMail::recipients)
                        .containsExactly(List.of("b@example.com"), List.of("d@example.com"));
                assertThat(server.connections()).isOne();
            }
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
