package dev.provisioning.notifications.simulation.plan;

import dev.provisioning.notifications.simulation.plan.Element.Dated;
import dev.provisioning.notifications.simulation.plan.Happening.ComposerFails;
import dev.provisioning.notifications.simulation.plan.Happening.ExecutorRefuses;
import dev.provisioning.notifications.simulation.plan.Happening.MailOutage;
import dev.provisioning.notifications.simulation.plan.Happening.SourceFails;
import dev.provisioning.notifications.simulation.plan.Happening.StoreOutage;
import java.util.List;

/** What fails for a while, for one node or for all. */
final class Outages {
    private static final List<MailTrouble> LASTING = List.of(
            MailTrouble.CONNECT_REFUSED,
            MailTrouble.CONNECT_TIMEOUT,
            MailTrouble.EHLO_421,
            MailTrouble.AUTH_535,
            MailTrouble.RCPT_4YZ,
            MailTrouble.RCPT_5YZ,
            MailTrouble.DOT_4YZ,
            MailTrouble.DOT_DROP);

    private final Dice dice;
    private final Setting setting;
    private final Calendar calendar;
    private final int roughness;
    private final boolean longOutages;
    private final List<Element> elements;

    Outages(Dice dice, Setting setting, Calendar calendar, int roughness, boolean longOutages, List<Element> elements) {
        this.dice = dice;
        this.setting = setting;
        this.calendar = calendar;
        this.roughness = roughness;
        this.longOutages = longOutages;
        this.elements = elements;
    }

    void write() {
        for (int i = dice.from(0, roughness); i > 0; i--) {
            add(new MailOutage(nodeOrAll(), dice.millis(Author.MINUTE, 4 * Author.DAY), dice.of(LASTING)));
        }
        for (int i = dice.from(0, roughness); i > 0; i--) {
            add(new StoreOutage(nodeOrAll(), storeOutage()));
        }
        for (int i = dice.below(2); i > 0; i--) {
            add(new ComposerFails(dice.millis(Author.MINUTE, Author.DAY), dice.of(Throwing.values())));
        }
        for (int i = dice.below(2); i > 0; i--) {
            add(new SourceFails(dice.millis(Author.SECOND, 6 * Author.HOUR), dice.of(Throwing.values())));
        }
        if (dice.oneIn(4)) {
            add(new ExecutorRefuses(nodeOrAll(), dice.millis(Author.SECOND, Author.HOUR)));
        }
    }

    /** Short ones mostly: a node that cannot reach its store tries again each few seconds, and that takes its time here, too. */
    private long storeOutage() {
        return longOutages ? dice.millis(Author.HOUR, 2 * Author.DAY) : dice.millis(Author.SECOND, 30 * Author.MINUTE);
    }

    private void add(Happening what) {
        elements.add(new Dated(calendar.any(dice.below(setting.apps())), what));
    }

    private int nodeOrAll() {
        return dice.oneIn(2) ? Stage.ALL : dice.below(setting.nodes());
    }
}
