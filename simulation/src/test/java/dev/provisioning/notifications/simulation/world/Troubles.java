package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.simulation.plan.Effect;
import dev.provisioning.notifications.simulation.plan.Element;
import dev.provisioning.notifications.simulation.plan.Element.AtDelivery;
import dev.provisioning.notifications.simulation.plan.Element.AtEffect;
import dev.provisioning.notifications.simulation.plan.MailTrouble;
import dev.provisioning.notifications.simulation.plan.Plan;
import dev.provisioning.notifications.simulation.plan.Stage;
import dev.provisioning.notifications.simulation.plan.Throwing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What is planned to go wrong, and what goes wrong now. Once it is over nothing does any more. */
final class Troubles {
    private final Agenda agenda;
    private final Map<Operation, AtEffect> atEffects = new HashMap<>();
    private final Map<Delivery, AtDelivery> atDeliveries = new HashMap<>();
    private final List<Map<Effect, Integer>> effects = new ArrayList<>();
    private final int[] deliveries;
    private final long[] storeOutUntil;
    private final long[] mailOutUntil;
    private final long[] executorOutUntil;
    private final MailTrouble[] mailOut;
    private long composerOutUntil;
    private long sourceOutUntil;
    private Throwing composerThrows = Throwing.EXCEPTION;
    private Throwing sourceThrows = Throwing.EXCEPTION;
    private boolean over;

    /** The so-many-eth operation of its sort. */
    private record Operation(int node, Effect effect, int nth) {}

    /** The so-many-eth delivery of a node. */
    private record Delivery(int node, int nth) {}

    Troubles(Agenda agenda, Plan plan) {
        this.agenda = agenda;
        int nodes = plan.setting().nodes();
        for (int node = 0; node < nodes; node++) {
            effects.add(new EnumMap<>(Effect.class));
        }
        this.deliveries = new int[nodes];
        this.storeOutUntil = new long[nodes];
        this.mailOutUntil = new long[nodes];
        this.executorOutUntil = new long[nodes];
        this.mailOut = new MailTrouble[nodes];
        Arrays.fill(mailOut, MailTrouble.NONE);
        plan.elements().forEach(this::take);
    }

    private void take(Element element) {
        if (element instanceof AtEffect at) {
            atEffects.put(new Operation(at.node(), at.effect(), at.nth()), at);
        } else if (element instanceof AtDelivery at) {
            atDeliveries.put(new Delivery(at.node(), at.nth()), at);
        }
    }

    /** What hits an operation of the store, which begins now. */
    @Nullable
    AtEffect next(int node, Effect effect) {
        int nth = effects.get(node).merge(effect, 1, Integer::sum) - 1;
        return over ? null : atEffects.get(new Operation(node, effect, nth));
    }

    /** What hits a delivery, which begins now. */
    AtDelivery nextDelivery(int node) {
        int nth = deliveries[node]++;
        AtDelivery planned = over ? null : atDeliveries.get(new Delivery(node, nth));
        if (planned != null) {
            return planned;
        }
        MailTrouble trouble = agenda.now() < mailOutUntil[node] ? mailOut[node] : MailTrouble.NONE;
        return new AtDelivery(node, nth, trouble, 0, List.of());
    }

    boolean storeIsOut(int node) {
        return agenda.now() < storeOutUntil[node];
    }

    boolean executorRefuses(int node) {
        return agenda.now() < executorOutUntil[node];
    }

    @Nullable
    Throwing composerThrows() {
        return agenda.now() < composerOutUntil ? composerThrows : null;
    }

    @Nullable
    Throwing sourceThrows() {
        return agenda.now() < sourceOutUntil ? sourceThrows : null;
    }

    void storeOut(int node, long until) {
        forEach(node, each -> storeOutUntil[each] = until);
    }

    void mailOut(int node, long until, MailTrouble how) {
        forEach(node, each -> {
            mailOutUntil[each] = until;
            mailOut[each] = how;
        });
    }

    void executorOut(int node, long until) {
        forEach(node, each -> executorOutUntil[each] = until);
    }

    void composerOut(long until, Throwing how) {
        composerOutUntil = until;
        composerThrows = how;
    }

    void sourceOut(long until, Throwing how) {
        sourceOutUntil = until;
        sourceThrows = how;
    }

    /** Nothing goes wrong any more. */
    void end() {
        over = true;
        forEach(Stage.ALL, node -> {
            storeOutUntil[node] = 0;
            mailOutUntil[node] = 0;
            executorOutUntil[node] = 0;
        });
        composerOutUntil = 0;
        sourceOutUntil = 0;
    }

    private void forEach(int node, IntConsumer what) {
        for (int each = 0; each < deliveries.length; each++) {
            if (node == Stage.ALL || node == each) {
                what.accept(each);
            }
        }
    }
}
