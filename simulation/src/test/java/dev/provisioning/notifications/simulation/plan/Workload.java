package dev.provisioning.notifications.simulation.plan;

import dev.provisioning.notifications.simulation.plan.Element.Dated;
import dev.provisioning.notifications.simulation.plan.Happening.BeginCycle;
import dev.provisioning.notifications.simulation.plan.Happening.Deactivate;
import dev.provisioning.notifications.simulation.plan.Happening.EndCycle;
import dev.provisioning.notifications.simulation.plan.Happening.Flood;
import dev.provisioning.notifications.simulation.plan.Happening.Grade;
import dev.provisioning.notifications.simulation.plan.Happening.Report;
import dev.provisioning.notifications.simulation.plan.Happening.Resolve;
import dev.provisioning.notifications.simulation.plan.Happening.Subscribe;
import java.util.List;

/** What engines report, and what administrators set. */
final class Workload {
    /** The key of the first issue that is reported when it is quiet again: none that was reported before. */
    private static final int FRESH_KEY = 1_000;

    private static final int FIRST_OF_FLOOD = 100;
    private static final int NO_CYCLE = -1;

    private final Dice dice;
    private final Setting setting;
    private final Calendar calendar;
    private final List<Element> elements;
    private int cycles;

    Workload(Dice dice, Setting setting, Calendar calendar, List<Element> elements) {
        this.dice = dice;
        this.setting = setting;
        this.calendar = calendar;
        this.elements = elements;
    }

    void write() {
        for (int app = 0; app < setting.apps(); app++) {
            add(0, new Subscribe(app, true, dice.below(4), dice.from(1, 2), calendar.zone(app)));
            episodes(app, dice.from(8, 16));
            cycles(app, dice.from(0, 4));
            changes(app, dice.from(0, 4));
            for (int i = 0; i < 4; i++) { // whoever was switched off in passing
                add(calendar.any(), new Subscribe(app, true, dice.below(4), 1, calendar.zone(app)));
            }
            if (dice.oneIn(3)) {
                add(calendar.any(app), new Flood(node(), app, FIRST_OF_FLOOD, setting.maxIssues() + dice.from(1, 9)));
            }
            if (dice.oneIn(2)) {
                together(app);
            }
            add(Setting.SETTLED_MILLIS + dice.from(0, Author.DAY), fresh(app));
        }
    }

    private Report fresh(int app) {
        return new Report(node(), app, FRESH_KEY + app, Grade.CRITICAL, 1, NO_CYCLE);
    }

    private void episodes(int app, int episodes) {
        for (int episode = 0; episode < episodes; episode++) {
            long at = calendar.any(app);
            int happenings = dice.from(1, 7);
            for (int i = 0; i < happenings; i++) {
                add(at, something(app));
                at += dice.millis(1, 3 * Author.HOUR);
            }
            if (dice.oneIn(5)) {
                inTheMiddle(app, at);
            }
        }
    }

    /** What an administrator sets while something is held, perhaps. */
    private void inTheMiddle(int app, long at) {
        if (dice.oneIn(2)) {
            add(at, new Subscribe(app, true, dice.below(4), 1, calendar.anotherZone()));
        } else {
            add(at, new Subscribe(app, false, dice.below(4), 1, calendar.zone(app)));
            add(at + dice.millis(1, Author.DAY), new Subscribe(app, true, dice.below(4), 1, calendar.zone(app)));
        }
    }

    private Happening something(int app) {
        return dice.oneIn(9)
                ? new Resolve(node(), app, key())
                : new Report(node(), app, key(), grade(), dice.of(1, 1, 1, 2, 5), NO_CYCLE);
    }

    private void cycles(int app, int several) {
        for (int i = 0; i < several; i++) {
            int cycle = cycles++;
            int node = node();
            long at = calendar.any(app);
            add(at, new BeginCycle(node, app, cycle));
            for (int seen = dice.below(4); seen > 0; seen--) {
                at += dice.millis(1, Author.HOUR);
                add(at, new Report(node, app, key(), grade(), 1, cycle));
            }
            add(at + dice.millis(1, Author.HOUR), new EndCycle(node, cycle, !dice.oneIn(4)));
        }
    }

    private void changes(int app, int several) {
        String zone = calendar.zone(app);
        int recipient = dice.below(4);
        for (int i = 0; i < several; i++) {
            long at = calendar.any(app);
            switch (dice.below(3)) {
                case 0 -> {
                    add(at, new Subscribe(app, false, recipient, 1, zone));
                    if (dice.oneIn(2)) {
                        at += dice.millis(1, Author.MINUTE);
                        add(at, new Deactivate(node(), app));
                    }
                    add(at + dice.millis(1, 2 * Author.DAY), new Subscribe(app, true, recipient, 1, zone));
                }
                case 1 -> {
                    recipient = dice.below(4);
                    add(at, new Subscribe(app, true, recipient, dice.from(1, 2), zone));
                }
                default -> {
                    zone = calendar.anotherZone();
                    add(at, new Subscribe(app, true, recipient, 1, zone));
                }
            }
        }
    }

    /** Every application at one time, so that the rate matters. */
    private void together(int one) {
        long at = calendar.any(one);
        for (int app = 0; app < setting.apps(); app++) {
            add(at, new Report(node(), app, key(), Grade.CRITICAL, 1, NO_CYCLE));
        }
    }

    private void add(long atMillis, Happening what) {
        elements.add(new Dated(atMillis, what));
    }

    private int node() {
        return dice.below(setting.nodes());
    }

    private int key() {
        return key(dice);
    }

    /** Of few, so that the same are reported again. */
    static int key(Dice dice) {
        return dice.oneIn(4) ? dice.below(10) : dice.below(3);
    }

    private Grade grade() {
        return dice.of(
                Grade.CRITICAL,
                Grade.CRITICAL,
                Grade.CRITICAL,
                Grade.CRITICAL,
                Grade.CRITICAL,
                Grade.URGENT,
                Grade.WARNING);
    }
}
