package dev.provisioning.notifications.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.RecipientOutcome.Status;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.DailyPolicy;
import dev.provisioning.notifications.core.Explanation.Verdict;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpMail;
import dev.provisioning.notifications.testkit.SmtpRule;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What faults of a mail server lead to, all the way from the report of an issue to the mails of the next day. */
class FaultyServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration GATHERING = Duration.ofMinutes(1);
    private static final AppId HR = AppId.of("contoso", "hr");
    private static final AppId CRM = AppId.of("contoso", "crm");
    private static final String REMARK = "perhaps known to you";

    private final ManualTime time = ManualTime.startingAt("2026-03-02T14:00:00Z");
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final ScriptedSmtpServer server =
            ScriptedSmtpServer.startTls().user("engine", "secret").start();
    private final SmtpTransport transport = SmtpTransport.builder()
            .url("smtp+starttls://" + server.host() + ":" + server.port())
            .sslContext(ScriptedSmtpServer.clientTrust())
            .credentials("engine", () -> "secret")
            .from(Mails.SENDER)
            .keptConnections(0)
            .scheduler(time)
            .build();
    /** Writes down what becomes of mails, in a word each. */
    private final class Listener implements NotificationListener {
        @Override
        public void accepted(AppId app, long slot, DeliveryResult.Accepted result) {
            List<Status> statuses = Mails.statuses(result);
            heard.add(app.name() + " accepted by "
                    + statuses.stream().filter(Status.ACCEPTED::equals).count() + ", refused by "
                    + statuses.stream().filter(Status.REFUSED::equals).count());
        }

        @Override
        public void retrying(AppId app, long slot, DeliveryResult.Retry result, Instant nextAttempt) {
            heard.add(app.name() + " retry");
        }

        @Override
        public void rejected(AppId app, long slot, DeliveryResult.Rejected result, Instant nextAttempt) {
            heard.add(app.name() + " rejected");
        }

        @Override
        public void misconfigured(AppId app, long slot, DeliveryResult.Misconfigured result, Instant nextAttempt) {
            heard.add(app.name() + " misconfigured");
        }

        @Override
        public void inDoubt(AppId app, long slot, DeliveryResult.InDoubt result) {
            heard.add(app.name() + " in doubt");
        }

        @Override
        public void transportPaused(DeliveryFault fault, Instant until) {
            heard.add("paused");
        }

        @Override
        public void transportResumed() {
            heard.add("resumed");
        }
    }

    @AfterEach
    void close() {
        transport.close();
        server.close();
    }

    @ParameterizedTest(name = "{1} at {0}: {2}")
    @CsvSource({
        "CONNECT,     421 4.3.2 shutting down, retry",
        "MAIL,        421 4.3.2 shutting down, retry",
        "END_OF_DATA, 421 4.3.2 shutting down, retry",
        "MAIL,        450 4.7.1 greylisted,    retry",
        "RCPT,        450 4.7.1 greylisted,    retry",
        "DATA,        451 4.3.0 local error,   retry",
        "END_OF_DATA, 451 4.3.0 local error,   retry",
        "MAIL,        550 5.7.1 not wanted,    rejected",
        "END_OF_DATA, 550 5.7.1 not wanted,    rejected",
        "AUTH,        535 5.7.8 wrong,         misconfigured",
    })
    void anAnswerOfItsClassIsToldAndFollowedByOneMailOnceTheServerIsWell(SmtpStep step, String reply, String told) {
        server.on(step).reply(reply).times(step == SmtpStep.RCPT ? 3 : 1);
        try (Notifier notifier = notifier(time)) {
            report(notifier, HR);

            time.advance(Duration.ofHours(5));

            assertThat(heard).contains("hr " + told).endsWith("hr accepted by 3, refused by 0");
            assertThat(mailsAbout(HR)).hasSize(1);
        }
    }

    @Test
    void aRefusedPasswordIsTriedByNobodyElseWhileItLasts() {
        server.on(SmtpStep.AUTH).reply("535 5.7.8 wrong");
        try (Notifier notifier = notifier(time)) {
            report(notifier, HR);
            report(notifier, CRM);

            time.advance(GATHERING.plusSeconds(30));

            assertThat(heard).contains("paused").doesNotContain("resumed");
            assertThat(server.connections()).isEqualTo(1);
            assertThat(notifier.explain(HR).verdict()).isEqualTo(Verdict.MISCONFIGURED);
            assertThat(notifier.explain(CRM).verdict()).isEqualTo(Verdict.TRANSPORT_PAUSED);
        }
    }

    @Test
    void oneOfThreeThatIsRefusedIsToldAndTheOthersGetOneMail() {
        server.on(SmtpStep.RCPT).recipient("bob@example.com").reply("550 5.1.1 no such user");
        try (Notifier notifier = notifier(time)) {
            report(notifier, HR);

            time.advance(Duration.ofDays(1));

            assertThat(heard).containsExactly("hr accepted by 2, refused by 1");
            assertThat(server.mails()).hasSize(1);
            assertThat(server.mails().get(0).recipients()).containsExactly("ann@example.com", "eve@example.com");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hangs", "resets", "drops"})
    void aServerThatBehavesBadlyAtTheFarewellHasAcceptedTheMail(String how) {
        SmtpRule farewell = server.on(SmtpStep.QUIT);
        switch (how) {
            case "hangs" -> farewell.stall();
            case "resets" -> farewell.reset();
            default -> farewell.drop();
        }
        try (Notifier notifier = notifier(time)) {
            report(notifier, HR);

            time.advance(Duration.ofDays(1));

            farewell.awaitUse(PATIENCE);
            assertThat(heard).containsExactly("hr accepted by 3, refused by 0");
            assertThat(mailsAbout(HR)).hasSize(1);
        }
    }

    @Test
    void anAnswerToTheDotAfterFiveHundredAndNinetySecondsIsAnAcceptance() throws InterruptedException {
        ExecutorService deliverer = Executors.newSingleThreadExecutor();
        server.on(SmtpStep.END_OF_DATA).manyLines("250-2.0.0 wait", 1).once();
        try (Notifier notifier = notifier(deliverer)) {
            sendUpToTheDot(notifier);

            time.advance(Duration.ofSeconds(590));
            assertThat(heard).isEmpty();
            server.interject("250 2.0.0 queued at last");

            awaitHeard("hr accepted by 3, refused by 0");
        }
        deliverer.shutdown();
        assertThat(deliverer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(mailsAbout(HR)).hasSize(1);
    }

    @Test
    void anAnswerToTheDotAfterSevenHundredSecondsComesTooLateAndTheIssueIsToldAgainWithARemark() {
        ExecutorService deliverer = Executors.newSingleThreadExecutor();
        server.on(SmtpStep.END_OF_DATA).manyLines("250-2.0.0 wait", 1).once();
        try (Notifier notifier = notifier(deliverer)) {
            sendUpToTheDot(notifier);

            time.advance(Duration.ofSeconds(700));
            awaitHeard("hr in doubt");
            server.interject("250 2.0.0 queued at last");
            time.advanceTo(Instant.parse("2026-03-03T07:59:59Z"));
            assertThat(mailsAbout(HR)).hasSize(1);
            time.advance(Duration.ofSeconds(2));

            awaitHeard("hr accepted by 3, refused by 0");
            assertThat(mailsAbout(HR)).hasSize(2);
            assertThat(mailsAbout(HR).get(0)).doesNotContain(REMARK);
            assertThat(mailsAbout(HR).get(1)).contains(REMARK);
            assertThat(server.mails()).extracting(SmtpMail::messageId).doesNotHaveDuplicates();
        }
        deliverer.shutdownNow();
    }

    private Notifier notifier(Executor executor) {
        return Notifier.builder()
                .transport(transport)
                .subscriptions(app -> Subscription.builder(app.name())
                        .recipient("ann@example.com")
                        .recipient("bob@example.com")
                        .recipient("eve@example.com")
                        .build())
                .policy(DailyPolicy.builder()
                        .gathering(GATHERING)
                        .spread(Duration.ZERO)
                        .build())
                .clock(time)
                .scheduler(time)
                .executor(executor)
                .listener(new Listener())
                .build();
    }

    private static void report(Notifier notifier, AppId app) {
        notifier.report(Issue.builder(app, IssueKind.QUARANTINED)
                .summary("Problem of " + app.name())
                .build());
    }

    private void sendUpToTheDot(Notifier notifier) {
        report(notifier, HR);
        time.advance(GATHERING);
        server.awaitCommand(".", PATIENCE);
    }

    private void awaitHeard(String word) {
        Patience.await(() -> heard.contains(word), () -> "not heard: " + word + ", but " + heard);
    }

    private List<String> mailsAbout(AppId app) {
        return server.mails().stream()
                .map(SmtpMail::text)
                .filter(text -> text.contains("Problem of " + app.name()))
                .toList();
    }
}
