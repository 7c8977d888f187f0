package dev.provisioning.notifications.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Transport;
import org.junit.jupiter.api.Test;

/** The Postfix of the tests itself. */
@NeedsPostfix
class PostfixHealthTest {

    @Test
    void postfixFindsNothingWrongWithItsConfiguration() {
        try (Postfix postfix = Postfix.launch()) {
            String config = postfix.configuration().config().toString();

            String settings = Program.run(PostfixInstallation.program("postconf"), "-c", config, "-n");
            String services = Program.run(PostfixInstallation.program("postconf"), "-c", config, "-M");

            assertThat(settings + services).doesNotContain("warning", "fatal");
        }
    }

    /** Nor one about the order in which we send. */
    @Test
    void conversationsLeaveNoComplaintInItsLog() {
        try (Postfix postfix = Postfix.launch();
                Transport transport = postfix.towards(Door.SUBMISSION)
                        .credentials(Postfix.USER, () -> Postfix.PASSWORD)
                        .build()) {
            Mailbox ann = postfix.mailbox();
            Notification first = Mails.notification("first", ann.recipient());
            Notification last = Mails.notification("last", ann.recipient());

            assertThat(transport.deliver(first, () -> {})).isEqualTo(DeliveryResult.accepted(first));
            transport.deliver(Mails.notification("nobody", Mailbox.UNKNOWN), () -> {});
            assertThat(transport.deliver(last, () -> {})).isEqualTo(DeliveryResult.accepted(last));

            assertThat(ann.mails()).hasSize(2);
            assertThat(postfix.log())
                    .contains("daemon started", "status=sent", "User unknown")
                    .doesNotContain("warning:", "error:", "fatal:", "panic:", "improper command pipelining");
        }
    }

    @Test
    void severalRunBesideEachOther() {
        try (Postfix one = Postfix.launch();
                Postfix other = Postfix.launch();
                Transport towardsOne = one.towards(Door.PLAIN).build();
                Transport towardsOther = other.towards(Door.PLAIN).build()) {
            Mailbox ann = one.mailbox();
            Mailbox bob = other.mailbox();

            towardsOne.deliver(Mails.notification("one", ann.recipient()), () -> {});
            towardsOther.deliver(Mails.notification("other", bob.recipient()), () -> {});

            assertThat(ann.messageIds()).containsExactly(Mails.messageId("one"));
            assertThat(bob.messageIds()).containsExactly(Mails.messageId("other"));
        }
    }
}
