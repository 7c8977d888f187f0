package dev.provisioning.notifications.simulation.plan;

import dev.provisioning.notifications.simulation.plan.Element.AtDelivery;
import dev.provisioning.notifications.simulation.plan.Element.AtEffect;
import dev.provisioning.notifications.simulation.plan.Element.Dated;
import dev.provisioning.notifications.simulation.plan.Happening.Crash;
import dev.provisioning.notifications.simulation.plan.Happening.Deactivate;
import dev.provisioning.notifications.simulation.plan.Happening.Grade;
import dev.provisioning.notifications.simulation.plan.Happening.Report;
import dev.provisioning.notifications.simulation.plan.Happening.Resolve;
import dev.provisioning.notifications.simulation.plan.Happening.Restart;
import dev.provisioning.notifications.simulation.plan.Happening.Stop;
import dev.provisioning.notifications.simulation.plan.Happening.Subscribe;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What hits a node at a time, at an operation of the store, or at a delivery. */
final class NodeTroubles {
    private static final List<StoreTrouble> FOR_READS = List.of(
            StoreTrouble.FAILS,
            StoreTrouble.CRASH_BEFORE,
            StoreTrouble.CRASH_AFTER,
            StoreTrouble.STOP_BEFORE,
            StoreTrouble.STOP_AFTER);
    private static final List<Effect> OFTEN = Stream.concat(
                    Stream.of(Effect.values()), Stream.of(Effect.values()).filter(Effect::writes))
            .toList();
    private static final List<MailTrouble> AT_DELIVERY = List.of(MailTrouble.values());

    private final Dice dice;
    private final Setting setting;
    private final Calendar calendar;
    private final int roughness;
    private final List<Element> elements;

    NodeTroubles(Dice dice, Setting setting, Calendar calendar, int roughness, List<Element> elements) {
        this.dice = dice;
        this.setting = setting;
        this.calendar = calendar;
        this.roughness = roughness;
        this.elements = elements;
    }

    void write() {
        for (int node = 0; node < setting.nodes(); node++) {
            for (int i = dice.below(2 * roughness); i > 0; i--) {
                elements.add(new Dated(calendar.any(dice.below(setting.apps())), sudden(node)));
            }
            for (int i = 8 * roughness; i > 0; i--) {
                elements.add(atEffect(node));
            }
            for (int i = 5 * roughness; i > 0; i--) {
                elements.add(atDelivery(node));
            }
        }
    }

    private Happening sudden(int node) {
        return switch (dice.below(3)) {
            case 0 -> new Crash(node, down());
            case 1 -> new Restart(node, down());
            default -> new Stop(node, stopped());
        };
    }

    private AtEffect atEffect(int node) {
        Effect effect = dice.of(OFTEN);
        StoreTrouble what = effect.writes() ? dice.of(StoreTrouble.values()) : dice.of(FOR_READS);
        long millis =
                switch (what) {
                    case FAILS, COMMIT_LOST -> 0;
                    case COMMIT_LATE -> dice.millis(10, 2 * Author.HOUR);
                    case CRASH_BEFORE, CRASH_AFTER, CRASH_LATE -> down();
                    case STOP_BEFORE, STOP_AFTER -> stopped();
                };
        boolean stops = what == StoreTrouble.STOP_BEFORE || what == StoreTrouble.STOP_AFTER;
        return new AtEffect(node, effect, nth(effect), what, millis, stops ? meanwhile() : List.of());
    }

    private int nth(Effect effect) {
        return dice.below(
                switch (effect) {
                    case HOLD -> 50;
                    case CLAIM, MARK, ACCEPT -> 12;
                    case REFUSE, RESOLVE -> 4;
                    case READ, DUE, NEXT_DUE -> 200;
                    case DOUBT, TAKE_OVER, GIVE_BACK, DROP, POSTPONE -> 2;
                });
    }

    private AtDelivery atDelivery(int node) {
        MailTrouble what = dice.oneIn(4) ? MailTrouble.NONE : dice.of(AT_DELIVERY);
        long millis =
                switch (what.reply()) {
                    case ACCEPT -> dice.millis(100, 10 * Author.MINUTE);
                    case ACCEPT_SLOWLY -> 590 * Author.SECOND;
                    case DOUBT_SLOWLY -> 600 * Author.SECOND;
                    case RETRY_LATER -> dice.millis(Author.MINUTE, 3 * Author.DAY);
                    case HANG -> dice.from(21 * Author.MINUTE, 90 * Author.MINUTE);
                    case CRASH -> down();
                    case STOP -> stopped();
                    case ACCEPT_SOME, RETRY, REJECT, MISCONFIGURED, DOUBT, EXCEPTION, ERROR, NOTHING ->
                        dice.of(0L, 1_000L, dice.millis(10, 5 * Author.MINUTE));
                };
        return new AtDelivery(node, dice.below(20), what, millis, dice.oneIn(2) ? meanwhile() : List.of());
    }

    /** What others, and the node itself if it is not stopped, do to the application whose turn it is. */
    private List<Happening> meanwhile() {
        List<Happening> all = new ArrayList<>();
        for (int i = dice.below(4); i > 0; i--) {
            int node = dice.below(setting.nodes());
            int app = dice.oneIn(4) ? dice.below(setting.apps()) : Happening.SAME_APP;
            all.add(
                    switch (dice.below(14)) {
                        case 0, 1 -> new Resolve(node, app, Workload.key(dice));
                        case 2, 3 -> new Subscribe(app, false, dice.below(4), 1, calendar.zone(0));
                        case 4 -> new Deactivate(node, app);
                        case 5, 6 -> new Subscribe(app, true, dice.below(4), 1, calendar.anotherZone());
                        default -> new Report(node, app, Workload.key(dice), Grade.CRITICAL, dice.from(1, 2), -1);
                    });
        }
        return all;
    }

    private long down() {
        return dice.oneIn(12) ? dice.millis(Author.HOUR, 3 * Author.DAY) : dice.millis(Author.SECOND, Author.HOUR);
    }

    private long stopped() {
        return dice.oneIn(3)
                ? dice.millis(Author.SECOND, 19 * Author.MINUTE)
                : dice.millis(20 * Author.MINUTE, 5 * Author.HOUR);
    }
}
