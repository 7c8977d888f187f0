package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.SubscriptionSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the administrators have set: for every application a distribution list, and whether it gets mails. */
final class Subscriptions implements SubscriptionSource {
    private final ZoneId zone;
    private final Map<AppId, Subscription> subscriptions = new LinkedHashMap<>();

    Subscriptions(ZoneId zone) {
        this.zone = zone;
    }

    void switchOn(TargetApplication app) {
        subscriptions.put(app.id(), subscription(app, true));
    }

    void switchOff(TargetApplication app) {
        subscriptions.put(app.id(), subscription(app, false));
    }

    @Override
    public Subscription subscription(AppId app) {
        return subscriptions.getOrDefault(app, Subscription.off());
    }

    Set<AppId> applications() {
        return subscriptions.keySet();
    }

    /** {@return to which addresses mails about an application may go} */
    Set<String> addresses(AppId app) {
        List<Recipient> recipients = subscription(app).recipients();
        return recipients.stream().map(Recipient::address).collect(Collectors.toSet());
    }

    private Subscription subscription(TargetApplication app, boolean active) {
        String name = app.id().name();
        return Subscription.builder(app.name())
                .active(active)
                .recipient(name + "-admins@example.com")
                .zone(zone)
                .report(ReportLink.of(
                        "Provisioning report", "https://provisioning.example.com/report/" + name, "Reports Reader"))
                .settings(ReportLink.of(
                        "Notification settings",
                        "https://provisioning.example.com/settings/" + name,
                        "Application Administrator"))
                .build();
    }
}
