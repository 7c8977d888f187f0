package dev.provisioning.notifications.simulation.plan;

import dev.provisioning.notifications.simulation.plan.Element.Dated;
import dev.provisioning.notifications.simulation.plan.Happening.SetClock;
import java.util.List;

/**
 * Clocks that are wrong. Those of nodes that share a store without a clock of its own may be wrong by days, each for itself; by
 * years only all together: nodes that disagree about the year believe nothing that the others have written.
 */
final class ClockTroubles {
    private static final long TEN_YEARS = 3_653 * Author.DAY;

    private final Dice dice;
    private final Setting setting;
    private final Calendar calendar;
    private final List<Element> elements;

    ClockTroubles(Dice dice, Setting setting, Calendar calendar, List<Element> elements) {
        this.dice = dice;
        this.setting = setting;
        this.calendar = calendar;
        this.elements = elements;
    }

    void write() {
        for (int node = 0; node < setting.nodes(); node++) {
            if (dice.oneIn(2)) {
                elements.add(new Dated(0, new SetClock(node, skew())));
            }
        }
        for (int i = dice.below(4); i > 0; i--) {
            boolean years = dice.oneIn(3);
            long offset = years ? TEN_YEARS : dice.of(-3 * Author.DAY, Author.DAY, skew());
            jump(years || dice.oneIn(2) ? Stage.ALL : dice.below(setting.nodes()), offset);
        }
    }

    private void jump(int node, long offset) {
        long at = calendar.any(dice.below(setting.apps()));
        elements.add(new Dated(at, new SetClock(node, offset)));
        elements.add(new Dated(at + dice.millis(Author.SECOND, 3 * Author.DAY), new SetClock(node, 0)));
    }

    private long skew() {
        return dice.from(-10 * Author.MINUTE, 10 * Author.MINUTE);
    }
}
