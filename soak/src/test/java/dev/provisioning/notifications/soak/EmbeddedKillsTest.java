package dev.provisioning.notifications.soak;

import dev.provisioning.notifications.soak.child.Note;
import dev.provisioning.notifications.soak.child.Step;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** One file, one process after another, each of which is killed. */
class EmbeddedKillsTest {
    private static final int CYCLES = Integer.getInteger("soak.cycles", 8);
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(1);

    @Test
    void nothing_is_lost_and_nothing_is_sent_twice_however_often_the_process_is_killed() {
        try (Run run = Run.named("embedded-kills")) {
            Chance chance = run.chance();
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                ChildProcess child = run.start(plan(chance));
                child.say("roam");
                if (!chance.oneIn(10)) {
                    child.await(Note.READY);
                }
                Patience.isTrueWithin(chance.some(LONGEST_LIFE), () -> !child.isAlive());
                child.kill();
            }
            run.drain(Plan::toggling);
            run.verify();
        }
    }

    /** Every other is killed at a step that is passed so quickly that hardly a kill from outside would meet it. */
    private static UnaryOperator<Plan> plan(Chance chance) {
        Step step = chance.of(List.of(Step.values()));
        int time = chance.upTo(4);
        return chance.oneIn(2) ? Plan::toggling : plan -> plan.toggling().at(step, "HALT_SOON", time);
    }
}
