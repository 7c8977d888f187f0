package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.BOB;
import static dev.provisioning.notifications.smtp.Fixtures.NOT_REACHED;
import static dev.provisioning.notifications.smtp.Fixtures.PATIENCE;
import static dev.provisioning.notifications.smtp.Fixtures.faultOf;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.plainlyTowards;
import static dev.provisioning.notifications.smtp.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.RecipientOutcome.Status;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands leave together (RFC 2920), and that it makes no difference to what becomes of a mail. */
class PipeliningTest {
    private static final String MAIL = "MAIL";
    private static final String RCPT = "RCPT";
    private static final String DATA = "DATA";

    private ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFurtherMailTakesTwoRoundTrips() {
        try (SmtpTransport transport = plainlyTowards(server).build()) {
            deliver(transport, ANN, BOB);
            deliver(transport, ANN, BOB);

            assertThat(verbs(1))
                    .containsExactly(
                            List.of("EHLO"),
                            List.of(MAIL, RCPT, RCPT, DATA),
                            List.of("."),
                            List.of(MAIL, RCPT, RCPT, DATA),
                            List.of("."));
        }
    }

    @Test
    void overTlsToo() {
        try (ScriptedSmtpServer tls = ScriptedSmtpServer.tls().start();
                SmtpTransport transport = towards(tls, "smtps").build()) {
            deliver(transport, ANN, BOB);
            deliver(transport, ANN, BOB);

            assertThat(verbs(tls, 1)).endsWith(List.of(MAIL, RCPT, RCPT, DATA), List.of("."));
        }
    }

    @Test
    void withoutPipeliningEachCommandWaitsForTheAnswerToTheOneBefore() {
        withoutPipelining();
        try (SmtpTransport transport = plainlyTowards(server).build()) {
            deliver(transport, ANN, BOB);

            assertThat(verbs(1))
                    .containsExactly(
                            List.of("EHLO"), List.of(MAIL), List.of(RCPT), List.of(RCPT), List.of(DATA), List.of("."));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void asManyRecipientsAsAMailCanHaveAreNamed(boolean pipelining) {
        offer(pipelining);
        try (SmtpTransport transport = plainlyTowards(server).build()) {
            DeliveryResult result = transport.deliver(notification(recipients(50)), () -> {});

            assertThat(statuses(result)).hasSize(50).containsOnly(Status.ACCEPTED);
            assertThat(server.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.recipients()).hasSize(50));
            assertThat(server.groups(1)).hasSize(pipelining ? 3 : 54);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void someRefusedAmongAcceptedOnesGetTheirOwnAnswers(boolean pipelining) {
        offer(pipelining);
        server.on(SmtpStep.RCPT).recipient("r1@example.com").reply("550 5.1.1 nobody");
        server.on(SmtpStep.RCPT).recipient("r3@example.com").reply("450 4.2.1 busy");
        try (SmtpTransport transport = plainlyTowards(server).build()) {
            DeliveryResult result = transport.deliver(notification(recipients(5)), () -> {});

            assertThat(statuses(result))
                    .containsExactly(
                            Status.ACCEPTED, Status.REFUSED, Status.ACCEPTED, Status.DEFERRED, Status.ACCEPTED);
            assertThat(server.mails())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.recipients())
                            .containsExactly("r0@example.com", "r2@example.com", "r4@example.com"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allRefusedIsRejectedAndNotHandedOver(boolean pipelining) {
        offer(pipelining);
        server.on(SmtpStep.RCPT).reply("550 5.1.1 nobody");
        try (SmtpTransport transport = plainlyTowards(server).build()) {
            DeliveryResult result = transport.deliver(notification(ANN, BOB), NOT_REACHED);

            assertThat(result).isInstanceOfSatisfying(DeliveryResult.Rejected.class, rejected -> {
                assertThat(rejected.fault()).hasToString("RECIPIENT 550 5.1.1: nobody");
                assertThat(rejected.outcomes()).hasSize(2);
            });
            server.awaitNoConnection(PATIENCE);
            assertThat(server.commands().get(0)).endsWith("QUIT").doesNotContain(".");
        }
    }

    @ParameterizedTest
    @CsvSource({"550 5.1.1 nobody, Rejected", "450 4.2.1 busy, Retry"})
    void aServerThatWantsAContentForNobodyGetsAnEmptyOne(String refusal, String meaning) {
        server.on(SmtpStep.RCPT).reply(refusal);
        server.on(SmtpStep.DATA).reply("354 go ahead");
        try (SmtpTransport transport = plainlyTowards(server).build()) {
            DeliveryResult result = transport.deliver(notification(ANN, BOB), NOT_REACHED);

            assertThat(result.getClass().getSimpleName()).isEqualTo(meaning);
            assertThat(faultOf(result).stage()).isEqualTo(Stage.RECIPIENT);
            server.awaitNoConnection(PATIENCE);
            assertThat(verbs(1)).endsWith(List.of(MAIL, RCPT, RCPT, DATA), List.of("."), List.of("QUIT"));
            assertThat(server.mails()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"250 2.0.0 queued", "554 5.5.1 no valid recipients", "nonsense"})
    void whateverItSaysToTheEmptyContentNobodyHasAcceptedIt(String answer) {
        server.on(SmtpStep.RCPT).reply("550 5.1.1 nobody");
        server.on(SmtpStep.DATA).reply("354 go ahead");
        server.on(SmtpStep.END_OF_DATA).reply(answer);
        try (SmtpTransport transport = plainlyTowards(server).build()) {
            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Rejected.class);
            assertThat(faultOf(result)).hasToString("RECIPIENT 550 5.1.1: nobody");
        }
    }

    @Test
    void allRefusedStaysSoWhenTheServerThenGoesAway() {
        server.on(SmtpStep.RCPT).reply("550 5.1.1 nobody");
        server.on(SmtpStep.DATA).drop();
        try (SmtpTransport transport = plainlyTowards(server).build()) {
            assertThat(transport.deliver(notification(ANN), NOT_REACHED)).isInstanceOf(DeliveryResult.Rejected.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefusedSenderIsToldWhateverIsSaidToWhatCameWithIt(boolean pipelining) {
        offer(pipelining);
        server.on(SmtpStep.MAIL).reply("550 5.7.1 not you");
        try (SmtpTransport transport = plainlyTowards(server).build()) {
            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Rejected.class);
            assertThat(faultOf(result)).hasToString("SENDER 550 5.7.1: not you");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefusedAnnouncementIsToldAsSuch(boolean pipelining) {
        offer(pipelining);
        server.on(SmtpStep.DATA).reply("451 4.3.0 not now");
        try (SmtpTransport transport = plainlyTowards(server).build()) {
            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(faultOf(result)).hasToString("DATA 451 4.3.0: not now");
        }
    }

    private void offer(boolean pipelining) {
        if (!pipelining) {
            withoutPipelining();
        }
    }

    private void withoutPipelining() {
        server.close();
        server = ScriptedSmtpServer.plain().without("PIPELINING").start();
    }

    private static void deliver(SmtpTransport transport, Recipient... recipients) {
        assertThat(transport.deliver(notification(recipients), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);
    }

    private static Recipient[] recipients(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Recipient.mail("r" + i + "@example.com"))
                .toArray(Recipient[]::new);
    }

    private static List<Status> statuses(DeliveryResult result) {
        assertThat(result).isInstanceOf(DeliveryResult.Accepted.class);
        return ((DeliveryResult.Accepted) result)
                .outcomes().stream().map(RecipientOutcome::status).toList();
    }

    private List<List<String>> verbs(int connection) {
        return verbs(server, connection);
    }

    /** The groups of commands, of each the first word. */
    private static List<List<String>> verbs(ScriptedSmtpServer server, int connection) {
        return server.groups(connection).stream()
                .map(group ->
                        group.stream().map(line -> line.split("[ :]", 2)[0]).toList())
                .toList();
    }
}
