package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Content;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TestMailTest {
    private final World world = new World();
    private final Node node = world.node();

    private DeliveryResult send() {
        return node.notifier.sendTest(APP);
    }

    @Test
    void itReachesTheConfiguredRecipients() {
        assertThat(send()).isInstanceOf(DeliveryResult.Accepted.class);

        Notification mail = world.mail.received().get(0);
        assertThat(mail.recipients()).isEqualTo(world.subscription.recipients());
        assertThat(mail.subject()).isEqualTo("Salesforce: test of provisioning notifications");
        assertThat(mail.text()).contains("This is a test:");
    }

    @Test
    void itIsWrittenInTheLanguageOfItsReaders() {
        world.subscription = Subscription.builder("Salesforce")
                .recipient("team@example.com")
                .language(Locale.GERMAN)
                .build();

        send();

        assertThat(world.mail.received().get(0).subject()).isEqualTo("Salesforce: Test der Benachrichtigungen");
        assertThat(world.mail.received().get(0).text()).contains("Dies ist ein Test");
    }

    @Test
    void aComposerOfTheHostsHasPlainWordsForIt() {
        Node own = world.node(World.START, settings -> settings.composer(digest -> new Content("a", "b", null)));

        own.notifier.sendTest(APP);

        assertThat(world.mail.received().get(0).subject()).isEqualTo("Salesforce: test of provisioning notifications");
    }

    @Test
    void itUsesNoSlotAndNeedsNone() {
        send();
        assertThat(world.ledger().revision()).isZero();
        node.notifier.report(issue("a"));
        node.gather();
        send();
        send();

        assertThat(world.mail.received()).hasSize(4);
        assertThat(world.mail.received()).extracting(Notification::id).doesNotHaveDuplicates();
        assertThat(world.ledger().slot().number()).isEqualTo(2);
        assertThat(world.named().get(1)).isEqualTo(List.of("a"));
    }

    @Test
    void whatIsSwitchedOffGetsNone() {
        world.switchOff();

        assertThat(send()).isInstanceOf(DeliveryResult.Rejected.class);
        assertThat(world.mail.attempted()).isEmpty();
    }

    @Test
    void whatIsSwitchedOffMeanwhileGetsNone() {
        world.mail.nextDoes((notification, point) -> {
            world.switchOff();
            return world.mail.accept(notification, point);
        });

        assertThat(send()).isInstanceOf(DeliveryResult.Retry.class);
        assertThat(world.mail.received()).isEmpty();
    }

    @Test
    void aSourceThatFailsIsAnAnswer() {
        world.sourceFails = true;

        assertThat(send()).isEqualTo(DeliveryResult.retry(Stage.COMPOSE, "the subscription is not known now"));
    }

    @Test
    void aTransportThatThrowsIsAnAnswer() {
        world.mail.nextThrows(new IllegalStateException("password=secret"));
        assertThat(send()).isEqualTo(DeliveryResult.retry(Stage.CONTENT, "the transport threw IllegalStateException"));

        world.mail.nextDoes((notification, point) -> {
            throw new NoClassDefFoundError("javax/mail/Session");
        });
        assertThat(send()).isInstanceOf(DeliveryResult.Retry.class);

        world.mail.nextDoes((notification, point) -> {
            point.pass();
            throw new IllegalStateException("lost");
        });
        assertThat(send()).isInstanceOf(DeliveryResult.InDoubt.class);
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless transport does
    void noAnswerIsAnAnswer() {
        world.mail.nextDoes((notification, point) -> null);

        assertThat(send()).isInstanceOf(DeliveryResult.Retry.class);
    }
}
