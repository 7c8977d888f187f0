package dev.provisioning.notifications.example.replay;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.core.DailyPolicy;
import dev.provisioning.notifications.core.Notifier;
import dev.provisioning.notifications.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Reports failures in the order and at the pace of their time, a simulated one, and tells which mails come of it.
 */
final class Replay {
    private static final Duration UNTIL_ALL_IS_SENT = Duration.ofDays(2);
    private static final long SEED = 2026;

    private final List<Failure> failures;
    private final String recipient;
    private final Transport transport;
    private final List<SentMail> sent = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * Prepares a replay.
     *
     * @param failures what failed, each with its time
     * @param recipient who gets the mails of all applications
     * @param transport where the mails go
     */
    Replay(List<Failure> failures, String recipient, Transport transport) {
        this.failures =
                failures.stream().sorted(Comparator.comparing(Failure::at)).toList();
        this.recipient = recipient;
        this.transport = transport;
    }

    /** {@return the mails, in the order in which they were accepted} */
    List<SentMail> run() {
        if (failures.isEmpty()) {
            return List.of();
        }
        ManualTime time = ManualTime.startingAt(failures.get(0).at());
        Map<AppId, Subscription> subscriptions = subscriptions();
        try (Notifier notifier = Notifier.builder()
                .transport((notification, point) -> deliver(notification, point, time.instant()))
                .subscriptions(app -> subscriptions.getOrDefault(app, Subscription.off()))
                .policy(DailyPolicy.standard())
                .clock(time)
                .scheduler(time)
                .executor(time)
                .random(new Random(SEED))
                .build()) {
            for (Failure failure : failures) {
                time.advanceTo(failure.at());
                notifier.report(failure.issue());
            }
            time.advance(UNTIL_ALL_IS_SENT);
        }
        return List.copyOf(sent);
    }

    /** {@return why a mail was not accepted, in words; after that no other was tried} */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private DeliveryResult deliver(Notification notification, PointOfNoReturn point, Instant now) {
        if (!faults.isEmpty()) {
            // Only simulated time would pass before another attempt, so it would not go better.
            return DeliveryResult.retry(Stage.CONNECT, "the mail server is not asked again");
        }
        DeliveryResult result = transport.deliver(notification, point);
        if (result instanceof DeliveryResult.Accepted) {
            sent.add(new SentMail(now, notification));
        } else {
            faults.add(result.toString());
        }
        return result;
    }

    private Map<AppId, Subscription> subscriptions() {
        Names names = new Names(failures);
        return failures.stream()
                .map(Failure::app)
                .distinct()
                .collect(Collectors.toMap(
                        app -> app,
                        app -> Subscription.builder(names.of(app))
                                .recipient(recipient)
                                .build()));
    }
}
