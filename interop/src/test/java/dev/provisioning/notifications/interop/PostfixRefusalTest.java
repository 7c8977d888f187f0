package dev.provisioning.notifications.interop;

import static dev.provisioning.notifications.RecipientOutcome.Status.ACCEPTED;
import static dev.provisioning.notifications.RecipientOutcome.Status.DEFERRED;
import static dev.provisioning.notifications.RecipientOutcome.Status.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Postfix does not accept, or not yet. */
@NeedsPostfix
class PostfixRefusalTest {
    private static Postfix postfix;

    @BeforeAll
    static void launch() {
        postfix = Postfix.launch();
    }

    @AfterAll
    static void close() {
        postfix.close();
    }

    /** At MAIL if its size was declared, after the final dot if not. */
    @ParameterizedTest
    @EnumSource(names = {"SMALL", "BARE"})
    void aMailThatIsTooLongIsRejectedForGood(Door door) {
        Mailbox ann = postfix.mailbox();
        Notification notification = Mails.notification("long", "too long\n".repeat(3000), null, ann.recipient());
        try (Transport transport = postfix.towards(door).build()) {

            DeliveryResult result = transport.deliver(notification, () -> {});

            assertThat(result).isInstanceOf(DeliveryResult.Rejected.class);
            DeliveryFault fault = Mails.faultOf(result);
            assertThat(fault.code()).isEqualTo(552);
            assertThat(fault.enhancedCode()).isEqualTo("5.3.4");
            assertThat(ann.mails()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SMALL", "BARE"})
    void afterAMailThatWasTooLongAShortOneIsDelivered(Door door) {
        Mailbox ann = postfix.mailbox();
        try (Transport transport = postfix.towards(door).build()) {
            transport.deliver(Mails.notification("long", "too long\n".repeat(3000), null, ann.recipient()), () -> {});

            transport.deliver(Mails.notification("short", ann.recipient()), () -> {});

            assertThat(ann.messageIds()).containsExactly(Mails.messageId("short"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "BARE"})
    void anUnknownRecipientDoesNotKeepTheMailFromTheOthers(Door door) {
        Mailbox ann = postfix.mailbox();
        Mailbox bob = postfix.mailbox();
        try (Transport transport = postfix.towards(door).build()) {

            DeliveryResult result = transport.deliver(
                    Mails.notification("one-of-three", ann.recipient(), Mailbox.UNKNOWN, bob.recipient()), () -> {});

            assertThat(Mails.statuses(result)).containsExactly(ACCEPTED, REFUSED, ACCEPTED);
            DeliveryFault fault = Objects.requireNonNull(
                    ((DeliveryResult.Accepted) result).outcomes().get(1).fault());
            assertThat(fault.code()).isEqualTo(550);
            assertThat(fault.enhancedCode()).isEqualTo("5.1.1");
            assertThat(ann.messageIds()).containsExactly(Mails.messageId("one-of-three"));
            assertThat(bob.messageIds()).containsExactly(Mails.messageId("one-of-three"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "BARE"})
    void aMailForNobodyKnownIsRejectedAndTheNextOneDelivered(Door door) {
        Mailbox ann = postfix.mailbox();
        try (Transport transport = postfix.towards(door).build()) {

            DeliveryResult result = transport.deliver(Mails.notification("nobody", Mailbox.UNKNOWN), Mails.NOT_REACHED);
            transport.deliver(Mails.notification("after-nobody", ann.recipient()), () -> {});

            assertThat(result).isInstanceOf(DeliveryResult.Rejected.class);
            assertThat(Mails.faultOf(result).stage()).isEqualTo(Stage.RECIPIENT);
            assertThat(Mails.faultOf(result).code()).isEqualTo(550);
            assertThat(ann.messageIds()).containsExactly(Mails.messageId("after-nobody"));
        }
    }

    @Test
    void anAddressOutsideAsciiIsRefusedIfPostfixDoesNotOfferToTakeIt() {
        Mailbox ann = postfix.mailbox();
        Mailbox joerg = postfix.mailbox(PostfixConfiguration.UMLAUT);
        try (Transport transport = postfix.towards(Door.BARE).build()) {

            DeliveryResult result =
                    transport.deliver(Mails.notification("ascii", ann.recipient(), joerg.recipient()), () -> {});

            assertThat(Mails.statuses(result)).containsExactly(ACCEPTED, REFUSED);
            assertThat(ann.messageIds()).containsExactly(Mails.messageId("ascii"));
            assertThat(joerg.mails()).isEmpty();
        }
    }

    @Test
    void whatIsGreylistedArrivesWithTheNextAttempt() {
        Mailbox ann = postfix.mailbox();
        greylist(ann.recipient());
        Notification notification = Mails.notification("grey", ann.recipient());
        try (Transport transport = postfix.towards(Door.POLICED).build()) {

            DeliveryResult first = transport.deliver(notification, Mails.NOT_REACHED);
            DeliveryResult second = transport.deliver(notification, () -> {});

            assertThat(first).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(Mails.faultOf(first).stage()).isEqualTo(Stage.RECIPIENT);
            assertThat(Mails.faultOf(first).code()).isEqualTo(450);
            assertThat(Mails.faultOf(first).enhancedCode()).isEqualTo("4.2.0");
            assertThat(second).isEqualTo(DeliveryResult.accepted(notification));
            assertThat(ann.messageIds()).containsExactly(Mails.messageId("grey"));
        }
    }

    @Test
    void whoIsGreylistedDoesNotKeepTheMailFromTheOthers() {
        Mailbox ann = postfix.mailbox();
        Mailbox bob = postfix.mailbox();
        greylist(bob.recipient());
        try (Transport transport = postfix.towards(Door.POLICED).build()) {

            DeliveryResult result =
                    transport.deliver(Mails.notification("half-grey", ann.recipient(), bob.recipient()), () -> {});

            assertThat(Mails.statuses(result)).containsExactly(ACCEPTED, DEFERRED);
            assertThat(ann.messageIds()).containsExactly(Mails.messageId("half-grey"));
            assertThat(bob.mails()).isEmpty();
        }
    }

    /** Puts somebody off once, as greylisting does. */
    private static void greylist(Recipient recipient) {
        Set<String> unseen = ConcurrentHashMap.newKeySet();
        unseen.add(recipient.address());
        postfix.policy()
                .decideBy((step, to) -> step.equals("RCPT") && unseen.remove(to)
                        ? "450 4.2.0 Greylisted, try again"
                        : PolicyService.DUNNO);
    }
}
