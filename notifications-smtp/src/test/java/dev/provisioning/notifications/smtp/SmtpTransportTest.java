package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.BOB;
import static dev.provisioning.notifications.smtp.Fixtures.NOT_REACHED;
import static dev.provisioning.notifications.smtp.Fixtures.PATIENCE;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.plainlyTowards;
import static dev.provisioning.notifications.smtp.Fixtures.towards;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.RecipientOutcome.Status;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SmtpTransportTest {
    @Nested
    class Security {
        @Test
        void deliversOverPlaintextWhereThatIsAllowed() {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    SmtpTransport transport = plainlyTowards(server).build()) {
                assertThat(transport.deliver(notification(ANN), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);

                assertThat(server.mails()).singleElement().satisfies(mail -> {
                    assertThat(mail.messageId()).isEqualTo("<contoso-hr.7@engine.example>");
                    assertThat(mail.sender()).isEqualTo("provisioning@engine.example");
                    assertThat(mail.recipients()).containsExactly("ann@example.com");
                });
            }
        }

        @Test
        void deliversOverStarttlsAndSignsInOnlyAfterIt() {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.startTls()
                            .user("engine", "pässword")
                            .start();
                    SmtpTransport transport = towards(server, "smtp+starttls")
                            .credentials("engine", () -> "pässword")
                            .build()) {
                assertThat(transport.deliver(notification(ANN), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);

                assertThat(server.mails()).hasSize(1);
                assertThat(server.commands().get(0))
                        .extracting(line -> line.replaceFirst(" .*", ""))
                        .startsWith("EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "RCPT", "DATA");
            }
        }

        @Test
        void deliversOverTlsFromTheFirstByteWithWhatTheUrlSays() {
            try (ScriptedSmtpServer server =
                            ScriptedSmtpServer.tls().user("engine", "s+c:r@t/ü").start();
                    SmtpTransport transport = SmtpTransport.builder()
                            .url("smtps://engine:s+c:r%40t%2F%C3%BC@localhost:" + server.port())
                            .sslContext(ScriptedSmtpServer.clientTrust())
                            .from("provisioning@engine.example")
                            .build()) {
                assertThat(transport.deliver(notification(ANN), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);

                assertThat(server.mails()).hasSize(1);
            }
        }

        @Test
        void signsInByLoginWherePlainIsNotOffered() {
            try (ScriptedSmtpServer server =
                            ScriptedSmtpServer.tls().user("engine", "secret").start();
                    SmtpTransport transport = towards(server, "smtps")
                            .credentials("engine", () -> "secret")
                            .build()) {
                server.on(SmtpStep.EHLO).reply("250-scripted.example", "250 AUTH LOGIN CRAM-MD5");

                assertThat(transport.deliver(notification(ANN), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);
            }
        }
    }

    @Nested
    class Recipients {
        @Test
        void tellsWhoWasAcceptedWhoWasPutOffAndWhoWasRefused() {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    SmtpTransport transport = plainlyTowards(server).build()) {
                Recipient carl = Recipient.mail("carl@example.com");
                Recipient chat = new Recipient("chat", "#ops");
                server.on(SmtpStep.RCPT).recipient("bob@example.com").reply("550 5.1.1 <bob@example.com> unknown");
                server.on(SmtpStep.RCPT).recipient("carl@example.com").reply("452 4.2.2 mailbox full");

                DeliveryResult result = transport.deliver(notification(ANN, BOB, carl, chat), () -> {});

                assertThat(outcomes(result))
                        .extracting(RecipientOutcome::recipient)
                        .containsExactly(ANN, BOB, carl, chat);
                assertThat(outcomes(result))
                        .extracting(RecipientOutcome::status)
                        .containsExactly(Status.ACCEPTED, Status.REFUSED, Status.DEFERRED, Status.REFUSED);
                assertThat(outcomes(result).get(1).fault())
                        .hasToString("RECIPIENT 550 5.1.1: <b***@example.com> unknown");
                assertThat(server.mails())
                        .singleElement()
                        .satisfies(mail -> assertThat(mail.recipients()).containsExactly("ann@example.com"));
            }
        }

        @Test
        void isRejectedWhenAllAreRefusedForGood() {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    SmtpTransport transport = plainlyTowards(server).build()) {
                server.on(SmtpStep.RCPT).reply("550 5.7.133 authentication required for this group");

                DeliveryResult result = transport.deliver(notification(ANN, BOB), NOT_REACHED);

                assertThat(result).isInstanceOfSatisfying(DeliveryResult.Rejected.class, rejected -> {
                    assertThat(rejected.fault().text()).startsWith("the group refuses outside senders");
                    assertThat(rejected.fault().enhancedCode()).isEqualTo("5.7.133");
                    assertThat(rejected.outcomes()).hasSize(2);
                });
                assertThat(server.mails()).isEmpty();
            }
        }

        @Test
        void isToBeTriedAgainWhenOneOfTheRefusedMayBeAcceptedLater() {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    SmtpTransport transport = plainlyTowards(server).build()) {
                server.on(SmtpStep.RCPT).recipient("ann@example.com").reply("550 no such user");
                server.on(SmtpStep.RCPT).recipient("bob@example.com").reply("450 greylisted");

                DeliveryResult result = transport.deliver(notification(ANN, BOB), NOT_REACHED);

                assertThat(result)
                        .isInstanceOfSatisfying(
                                DeliveryResult.Retry.class,
                                retry -> assertThat(retry.fault().code()).isEqualTo(450));
            }
        }

        @Test
        void isMisconfiguredWhenNobodyHasAMailAddress() {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    SmtpTransport transport = plainlyTowards(server).build()) {
                DeliveryResult result = transport.deliver(notification(new Recipient("chat", "#ops")), NOT_REACHED);

                assertThat(result).isInstanceOf(DeliveryResult.Misconfigured.class);
                assertThat(server.connections()).isZero();
            }
        }

        @Test
        void usesSmtputf8ForAnAddressThatNeedsItAndOnlyThen() {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    SmtpTransport transport = plainlyTowards(server).build()) {
                Recipient jose = Recipient.mail("josé@bücher.example");

                assertThat(transport.deliver(notification(jose), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);
                assertThat(transport.deliver(notification(ANN), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);

                assertThat(server.mails().get(0).recipients()).containsExactly("josé@xn--bcher-kva.example");
                assertThat(server.mails().get(0).header("To")).hasValue("josé@xn--bcher-kva.example");
                assertThat(server.commands().get(0))
                        .filteredOn(line -> line.startsWith("MAIL"))
                        .satisfiesExactly(
                                first -> assertThat(first).endsWith(" SMTPUTF8"),
                                second -> assertThat(second).doesNotContain("SMTPUTF8"));
            }
        }

        @Test
        void refusesAnAddressThatNeedsSmtputf8WhereThatIsNotOffered() {
            try (ScriptedSmtpServer server =
                            ScriptedSmtpServer.plain().without("SMTPUTF8").start();
                    SmtpTransport transport = plainlyTowards(server).build()) {
                Recipient jose = Recipient.mail("josé@example.com");

                DeliveryResult some = transport.deliver(notification(ANN, jose), () -> {});
                DeliveryResult none = transport.deliver(notification(jose), NOT_REACHED);

                assertThat(outcomes(some).get(1).fault())
                        .satisfies(fault -> assertThat(fault).asString().contains("SMTPUTF8 is not offered"));
                assertThat(server.mails())
                        .singleElement()
                        .satisfies(mail -> assertThat(mail.header("To")).hasValue("ann@example.com"));
                assertThat(none).isInstanceOf(DeliveryResult.Rejected.class);
            }
        }

        private List<RecipientOutcome> outcomes(DeliveryResult result) {
            assertThat(result).isInstanceOf(DeliveryResult.Accepted.class);
            return ((DeliveryResult.Accepted) result).outcomes();
        }
    }

    @Nested
    class Handover {
        @Test
        void passesThePointWhenNothingIsMissingButTheFinalDot() {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    SmtpTransport transport = plainlyTowards(server).build()) {
                List<Integer> mailsAtThePoint = new ArrayList<>();

                transport.deliver(notification(ANN), () -> {
                    server.awaitCommand("DATA", PATIENCE);
                    mailsAtThePoint.add(server.mails().size());
                });

                assertThat(mailsAtThePoint).containsExactly(0);
                assertThat(server.mails()).hasSize(1);
            }
        }

        @Test
        void letsARefusalPassThroughAndSendsNoDotAndNoFarewell() {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    SmtpTransport transport = plainlyTowards(server).build()) {
                HandoverRefusedException refusal = new HandoverRefusedException("taken over", null);

                assertThatThrownBy(() -> transport.deliver(notification(ANN), () -> {
                            throw refusal;
                        }))
                        .isSameAs(refusal);

                server.awaitNoConnection(PATIENCE);
                assertThat(server.mails()).isEmpty();
                assertThat(server.commands().get(0)).last().isEqualTo("DATA");
            }
        }

        @Test
        void isInDoubtWhenTheServerAcceptsAndItsAnswerIsLost() {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    SmtpTransport transport = plainlyTowards(server).build()) {
                server.on(SmtpStep.END_OF_DATA).acceptThenDrop();

                DeliveryResult result = transport.deliver(notification(ANN), () -> {});

                assertThat(result)
                        .isInstanceOfSatisfying(
                                DeliveryResult.InDoubt.class,
                                doubt -> assertThat(doubt.fault().stage()).isEqualTo(Stage.HANDOVER));
                assertThat(server.mails()).hasSize(1);
            }
        }
    }

    @Nested
    class Threads {
        @Test
        void endsTheConversationWhenTheDeliveringThreadIsInterrupted() throws InterruptedException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start();
                    SmtpTransport transport = plainlyTowards(server).build()) {
                server.on(SmtpStep.MAIL).stall();
                BlockingQueue<DeliveryResult> results = new ArrayBlockingQueue<>(1);
                Thread delivering =
                        new Thread(() -> results.add(transport.deliver(notification(ANN), NOT_REACHED)), "delivering");
                delivering.start();
                server.awaitCommand("MAIL", PATIENCE);

                delivering.interrupt();

                assertThat(results.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isInstanceOfSatisfying(
                                DeliveryResult.Retry.class,
                                retry -> assertThat(retry.fault()).hasToString("SENDER: the delivery was interrupted"));
                server.awaitNoConnection(PATIENCE);
            }
        }

        @Test
        void isInDoubtWhenInterruptedWhileWaitingForTheAnswerToTheDot() throws InterruptedException {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.tls().start();
                    SmtpTransport transport = towards(server, "smtps").build()) {
                server.on(SmtpStep.END_OF_DATA).stall();
                BlockingQueue<DeliveryResult> results = new ArrayBlockingQueue<>(1);
                Thread delivering =
                        new Thread(() -> results.add(transport.deliver(notification(ANN), () -> {})), "delivering");
                delivering.start();
                server.awaitCommand(".", PATIENCE);

                delivering.interrupt();

                assertThat(results.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isInstanceOf(DeliveryResult.InDoubt.class);
            }
        }

        @Test
        void leavesNoThreadBehindWhenClosed() {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.plain().start()) {
                SmtpTransport transport = plainlyTowards(server).build();
                transport.deliver(
                        notification(ANN),
                        () -> assertThat(Fixtures.watchdogs()).isNotEmpty());

                transport.close();

                assertThat(transport.deliver(notification(ANN), NOT_REACHED)).isInstanceOf(DeliveryResult.Retry.class);
                Fixtures.watchdogs().forEach(Fixtures::awaitEnd);
            }
        }

        @Test
        void worksWithoutAContextClassLoaderAndGivesThePointTheCallersOwn() {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            List<ClassLoader> loaders = new ArrayList<>();
            thread.setContextClassLoader(null);
            try (ScriptedSmtpServer server = ScriptedSmtpServer.startTls().start();
                    SmtpTransport transport = towards(server, "smtp+starttls").build()) {
                DeliveryResult result =
                        transport.deliver(notification(ANN), () -> loaders.add(thread.getContextClassLoader()));

                assertThat(result).isInstanceOf(DeliveryResult.Accepted.class);
                assertThat(loaders).containsExactly((ClassLoader) null);
                assertThat(thread.getContextClassLoader()).isNull();
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }
}
