package dev.provisioning.notifications.core;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.testkit.FaultyStore;
import dev.provisioning.notifications.testkit.ManualTime;
import dev.provisioning.notifications.testkit.RecordingTransport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One store and one mail server that outlive everything, a subscription that can be changed, and the nodes that share
 * them. A node has a time of its own: one whose time is not advanced is paused, or dead.
 */
final class World {
    static final AppId APP = AppId.of("contoso", "salesforce");
    static final Instant START = Instant.parse("2026-03-02T14:00:00Z");
    static final Duration LEASE = Duration.ofMinutes(20);

    final WorldStore kept = WorldStore.sharedBy(Duration.ofMinutes(12));
    final FaultyStore store = new FaultyStore(kept);
    final RecordingTransport mail = new RecordingTransport();
    final List<Runnable> whenAsked = new ArrayList<>();
    Subscription subscription = subscribed("team@example.com");
    boolean sourceFails;

    /** One node, at a time of its own. */
    static final class Node {
        final ManualTime time;
        final Notifier notifier;

        Node(ManualTime time, Notifier notifier) {
            this.time = time;
            this.notifier = notifier;
        }

        /** Lets the gathering time of a fresh issue pass. */
        void gather() {
            time.advance(Duration.ofMinutes(2));
        }

        void advance(Duration duration) {
            time.advance(duration);
        }
    }

    Node node() {
        return node(START);
    }

    Node node(Instant start) {
        return node(start, builder -> {});
    }

    Node node(Instant start, Consumer<NotifierBuilder> settings) {
        ManualTime time = ManualTime.startingAt(start);
        NotifierBuilder builder = Notifier.builder()
                .transport(mail)
                .subscriptions(app -> asked())
                .policy(policy().build())
                .store(store)
                .clock(time)
                .scheduler(time)
                .executor(time)
                .random(new Random(7));
        settings.accept(builder);
        return new Node(time, builder.build());
    }

    static DailyPolicy.Builder policy() {
        return DailyPolicy.builder().spread(Duration.ZERO).morning(LocalTime.of(8, 0));
    }

    static Subscription subscribed(String recipient) {
        return Subscription.builder("Salesforce").recipient(recipient).build();
    }

    void zone(String zone) {
        subscription = Subscription.builder("Salesforce")
                .recipient("team@example.com")
                .zone(ZoneId.of(zone))
                .build();
    }

    void switchOff() {
        subscription = Subscription.off();
    }

    void switchOn() {
        subscription = subscribed("team@example.com");
    }

    /** Does something while the next mail is on its way, before its point of no return. */
    void whileMailIsOnItsWay(Runnable action) {
        mail.nextDoes((notification, point) -> {
            action.run();
            return mail.accept(notification, point);
        });
    }

    /** Runs something the next time that somebody asks for the subscription, after it was looked up. */
    void whenAskedNext(Runnable action) {
        whenAsked.add(action);
    }

    static Issue issue(String key) {
        return issue(key, Severity.CRITICAL);
    }

    static Issue issue(String key, Severity severity) {
        return Issue.builder(APP, IssueKind.CREDENTIALS_INVALID)
                .key(key)
                .severity(severity)
                .summary("Problem " + key)
                .build();
    }

    Ledger ledger() {
        return ledgerOf(APP);
    }

    Ledger ledgerOf(AppId app) {
        return kept.read(app);
    }

    Entry entry(String key) {
        Entry entry = ledger().entries().get(key);
        if (entry == null) {
            throw new AssertionError("no entry " + key + " in " + ledger());
        }
        return entry;
    }

    static Predicate<Ledger> becomes(Phase phase) {
        return ledger -> ledger.slot().phase() == phase;
    }

    /** The keys of the issues that the mails received so far have named, a set for each mail. */
    List<List<String>> named() {
        return mail.received().stream().map(World::keys).toList();
    }

    private static List<String> keys(Notification notification) {
        return notification
                .text()
                .lines()
                .filter(line -> line.strip().startsWith("Problem "))
                .map(line -> line.strip().substring("Problem ".length()))
                .sorted()
                .toList();
    }

    private Subscription asked() {
        Subscription answer = subscription;
        List<Runnable> actions = List.copyOf(whenAsked);
        whenAsked.clear();
        actions.forEach(Runnable::run);
        if (sourceFails) {
            throw new IllegalStateException("a broken source");
        }
        return answer;
    }
}
