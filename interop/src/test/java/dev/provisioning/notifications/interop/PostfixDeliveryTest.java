package dev.provisioning.notifications.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Transport;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mails that reach their mailboxes: each once, and unharmed. */
@NeedsPostfix
class PostfixDeliveryTest {
    private static Postfix postfix;

    @BeforeAll
    static void launch() {
        postfix = Postfix.launch();
    }

    @AfterAll
    static void close() {
        postfix.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "BARE"})
    void postfixPutsAMailIntoTheMailboxOfEachRecipient(Door door) throws MessagingException, IOException {
        Mailbox ann = postfix.mailbox();
        Mailbox bob = postfix.mailbox();
        Notification notification = Mails.notification("two", ann.recipient(), bob.recipient());
        try (Transport transport =
                postfix.towards(door).fromName("Kontenverwaltung Zürich").build()) {

            DeliveryResult result = transport.deliver(notification, () -> {});

            assertThat(result).isEqualTo(DeliveryResult.accepted(notification));
            assertThat(ann.mails()).hasSize(1);
            assertThat(bob.mails()).hasSize(1);
            Mails.assertSays(bob.mails().get(0), notification);
            MimeMessage mail = ann.mails().get(0);
            Mails.assertSays(mail, notification);
            assertThat(mail.getFrom()).containsExactly(new InternetAddress(Mails.SENDER, "Kontenverwaltung Zürich"));
            assertThat(mail.getAllRecipients())
                    .containsExactly(
                            new InternetAddress(ann.recipient().address()),
                            new InternetAddress(bob.recipient().address()));
            assertThat(Mails.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        }
    }

    @Test
    void postfixReturnsBouncesToTheEnvelopeSender() {
        Mailbox ann = postfix.mailbox();
        try (Transport transport = postfix.towards(Door.PLAIN)
                .envelopeSender("bounces@engine.example")
                .build()) {

            transport.deliver(Mails.notification("envelope", ann.recipient()), () -> {});

            assertThat(Mails.header(ann.mails().get(0), "Return-Path")).isEqualTo("<bounces@engine.example>");
        }
    }

    @Test
    void severalMailsThroughOneTransportArriveOnceEach() {
        Mailbox ann = postfix.mailbox();
        try (Transport transport = postfix.towards(Door.PLAIN).build()) {
            List<String> ids = ids("several", 10);
            int connectionsBefore = postfix.connections();

            for (String id : ids) {
                Notification notification = Mails.notification(id, ann.recipient());
                assertThat(transport.deliver(notification, () -> {})).isEqualTo(DeliveryResult.accepted(notification));
            }

            assertThat(ann.messageIds()).containsExactlyInAnyOrderElementsOf(messageIds(ids));
            assertThat(postfix.connections() - connectionsBefore).isEqualTo(1);
        }
    }

    @Test
    void aBurstFromFourThreadsArrivesOnceEach() throws InterruptedException, ExecutionException {
        Mailbox ann = postfix.mailbox();
        List<String> ids = ids("burst", 200);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Transport transport = postfix.towards(Door.PLAIN).build()) {
            List<Callable<DeliveryResult>> deliveries = ids.stream()
                    .map(id -> (Callable<DeliveryResult>)
                            () -> transport.deliver(Mails.notification(id, ann.recipient()), () -> {}))
                    .toList();

            for (Future<DeliveryResult> result : threads.invokeAll(deliveries)) {
                assertThat(result.get()).isInstanceOf(DeliveryResult.Accepted.class);
            }

            assertThat(ann.messageIds()).containsExactlyInAnyOrderElementsOf(messageIds(ids));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aMailOfMegabytesArrivesUnharmed() throws MessagingException, IOException {
        Mailbox ann = postfix.mailbox();
        Notification notification = Mails.hugeNotification("huge", ann.recipient());
        try (Transport transport = postfix.towards(Door.PLAIN).build()) {

            DeliveryResult result = transport.deliver(notification, () -> {});

            assertThat(result).isEqualTo(DeliveryResult.accepted(notification));
            assertThat(ann.mails()).hasSize(1);
            Mails.assertSays(ann.mails().get(0), notification);
        }
    }

    @Test
    void anAddressOutsideAsciiIsReached() throws MessagingException, IOException {
        Mailbox joerg = postfix.mailbox(PostfixConfiguration.UMLAUT);
        Notification notification = Mails.notification("umlaut", joerg.recipient());
        try (Transport transport = postfix.towards(Door.PLAIN).build()) {

            DeliveryResult result = transport.deliver(notification, () -> {});

            assertThat(result).isEqualTo(DeliveryResult.accepted(notification));
            assertThat(joerg.mails()).hasSize(1);
            Mails.assertSays(joerg.mails().get(0), notification);
        }
    }

    private static List<String> ids(String word, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> word + "-" + i).toList();
    }

    private static List<String> messageIds(List<String> ids) {
        return ids.stream().map(Mails::messageId).toList();
    }
}
