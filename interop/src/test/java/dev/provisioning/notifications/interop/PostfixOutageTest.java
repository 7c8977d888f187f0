package dev.provisioning.notifications.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Postfix that goes down at the worst moments, and comes up again. */
@NeedsPostfix
class PostfixOutageTest {
    private static Postfix postfix;

    @BeforeAll
    static void launch() {
        postfix = Postfix.launch();
    }

    @BeforeEach
    void decideNothing() {
        postfix.policy().decideBy((step, recipient) -> PolicyService.DUNNO);
    }

    @AfterAll
    static void close() {
        postfix.close();
    }

    @Test
    void aMailThatMetADeadServerArrivesOnceItIsBack() {
        Mailbox ann = postfix.mailbox();
        Notification notification = Mails.notification("dead", ann.recipient());
        try (Transport transport = postfix.towards(Door.PLAIN).build()) {
            postfix.stop();

            DeliveryResult first = transport.deliver(notification, Mails.NOT_REACHED);
            postfix.start();
            DeliveryResult second = transport.deliver(notification, () -> {});

            assertThat(first).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(Mails.faultOf(first).stage()).isEqualTo(Stage.CONNECT);
            assertThat(second).isEqualTo(DeliveryResult.accepted(notification));
            assertThat(ann.messageIds()).containsExactly(Mails.messageId("dead"));
        }
    }

    @Test
    void aRestartBetweenTwoMailsIsNotNoticed() {
        Mailbox ann = postfix.mailbox();
        try (Transport transport = postfix.towards(Door.PLAIN).build()) {
            transport.deliver(Mails.notification("before", ann.recipient()), () -> {});
            postfix.stop();
            postfix.start();
            Notification notification = Mails.notification("after", ann.recipient());

            DeliveryResult result = transport.deliver(notification, () -> {});

            assertThat(result).isEqualTo(DeliveryResult.accepted(notification));
            assertThat(ann.messageIds()).containsExactlyInAnyOrder(Mails.messageId("before"), Mails.messageId("after"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA"})
    void aServerThatIsStoppedBeforeTheContentGetsTheMailWithTheNextAttempt(String step) {
        assertOneMailAfterARetry(step, postfix::stop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA"})
    void aServerThatIsKilledBeforeTheContentGetsTheMailWithTheNextAttempt(String step) {
        assertOneMailAfterARetry(step, postfix::kill);
    }

    private void assertOneMailAfterARetry(String step, Runnable accident) {
        Mailbox ann = postfix.mailbox();
        Notification notification = Mails.notification("before-content", ann.recipient());
        onceAt(step, accident);
        try (Transport transport = postfix.towards(Door.POLICED).build()) {

            DeliveryResult first = transport.deliver(notification, Mails.NOT_REACHED);
            postfix.start();
            DeliveryResult second = transport.deliver(notification, () -> {});

            assertThat(first).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(second).isEqualTo(DeliveryResult.accepted(notification));
            assertThat(ann.messageIds()).containsExactly(Mails.messageId("before-content"));
        }
    }

    @Test
    void aServerThatIsKilledAmidTheContentGetsTheMailWithTheNextAttempt() {
        Mailbox ann = postfix.mailbox();
        Notification notification = Mails.hugeNotification("amid-content", ann.recipient());
        try (Relay relay = Relay.cuttingAfter(200_000, postfix.port(Door.PLAIN), postfix::kill);
                Transport transport = Door.PLAIN.transport(relay.port()).build()) {

            DeliveryResult first = transport.deliver(notification, Mails.NOT_REACHED);
            postfix.start();
            DeliveryResult second = transport.deliver(notification, () -> {});

            assertThat(first).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(second).isEqualTo(DeliveryResult.accepted(notification));
            assertThat(ann.messageIds()).containsExactly(Mails.messageId("amid-content"));
        }
    }

    @Test
    void aServerThatIsKilledAtTheFinalDotLeavesADoubtAndHasNothing() {
        Mailbox ann = postfix.mailbox();
        onceAt("END-OF-MESSAGE", postfix::kill);
        try (Transport transport = postfix.towards(Door.POLICED).build()) {

            DeliveryResult result = transport.deliver(Mails.notification("nothing", ann.recipient()), () -> {});
            postfix.start();

            assertThat(result).isInstanceOf(DeliveryResult.InDoubt.class);
            assertThat(ann.mails()).isEmpty();
        }
    }

    @Test
    void aLostReplyToTheFinalDotLeavesADoubtThoughTheMailIsThere() {
        Mailbox ann = postfix.mailbox();
        try (Relay relay = Relay.cuttingInsteadOf("queued as", postfix.port(Door.PLAIN));
                Transport transport = Door.PLAIN.transport(relay.port()).build()) {

            DeliveryResult result = transport.deliver(Mails.notification("there", ann.recipient()), () -> {});

            assertThat(result).isInstanceOf(DeliveryResult.InDoubt.class);
            assertThat(ann.messageIds()).containsExactly(Mails.messageId("there"));
        }
    }

    private static void onceAt(String step, Runnable accident) {
        AtomicBoolean pending = new AtomicBoolean(true);
        postfix.policy().decideBy((at, recipient) -> {
            if (at.equals(step) && pending.compareAndSet(true, false)) {
                accident.run();
            }
            return PolicyService.DUNNO;
        });
    }
}
