package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Content;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** A mail that says nothing but that mail works: outside all slots, at once, on the caller's thread. */
final class TestMail {
    private final Parts parts;

    TestMail(Parts parts) {
        this.parts = parts;
    }

    DeliveryResult send(AppId app) {
        Optional<Subscription> subscription = parts.subscriptions().find(app);
        if (subscription.isEmpty()) {
            return DeliveryResult.retry(Stage.COMPOSE, "the subscription is not known now");
        }
        if (!subscription.get().active()) {
            return DeliveryResult.rejected(Stage.COMPOSE, "notifications are switched off");
        }
        return deliver(written(app, subscription.get()));
    }

    private DeliveryResult deliver(Notification mail) {
        AtomicBoolean passed = new AtomicBoolean();
        return parts.courier()
                .deliver(
                        mail,
                        () -> {
                            requireActive(mail.app());
                            passed.set(true);
                        },
                        passed::get);
    }

    private void requireActive(AppId app) {
        if (!parts.subscriptions().find(app).map(Subscription::active).orElse(false)) {
            throw new HandoverRefusedException("notifications are switched off", null);
        }
    }

    private Notification written(AppId app, Subscription subscription) {
        Instant now = parts.clock().instant();
        Content content = parts.editor().test(subscription, now);
        String threadId = MailWriter.threadId(app);
        return new Notification(
                app,
                threadId + ".test-" + UUID.randomUUID(),
                threadId,
                1,
                now,
                subscription.recipients(),
                subscription.language(),
                Labels.NONE,
                content.subject(),
                content.text(),
                content.html());
    }
}
