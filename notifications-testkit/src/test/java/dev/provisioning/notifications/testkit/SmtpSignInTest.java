package dev.provisioning.notifications.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How clients sign in. */
@DisplayName("A scripted SMTP server that asks who is there")
class SmtpSignInTest {
    private static final String MAIL = "MAIL FROM:<a@example.com>";

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
                assertThat(client.ask("AUTH XOAUTH2 " + RawClient.base64(OLD))).startsWith("334 ");
                assertThat(client.ask("")).startsWith("535 ");
            }
            try (RawClient client = secured(server)) {
                assertThat(client.ask("AUTH XOAUTH2 " + RawClient.base64(NEW))).startsWith("235 ");
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
