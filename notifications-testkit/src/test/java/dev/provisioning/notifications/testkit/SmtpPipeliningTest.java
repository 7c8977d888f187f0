package dev.provisioning.notifications.testkit;

import static dev.provisioning.notifications.testkit.RawClient.beforeTheDot;
import static dev.provisioning.notifications.testkit.RawClient.greeted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Commands that come together (RFC 2920). */
@DisplayName("A scripted SMTP server with a client that pipelines")
class SmtpPipeliningTest {
    private static final String MAIL = "MAIL FROM:<a@example.com>";
    private static final String RCPT = "RCPT TO:<b@example.com>";

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
                    .containsExactly(List.of("EHLO me"), List.of(MAIL, RCPT, "DATA"), List.of("."), List.of("QUIT"));
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

            assertThat(server.mails()).extracting(SmtpMail::sender).containsExactly("a@example.com", "c@example.com");
            assertThat(server.mails())
                    .extracting(SmtpMail::recipients)
                    .containsExactly(List.of("b@example.com"), List.of("d@example.com"));
            assertThat(server.connections()).isOne();
        }
    }
}
