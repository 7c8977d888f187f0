package dev.provisioning.notifications.soak;

import dev.provisioning.notifications.soak.child.Note;
import dev.provisioning.notifications.soak.child.Step;
import java.time.Duration;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** One file, one process after another, each of which is killed. */
class EmbeddedKillsTest {
    private static final int CYCLES = Integer.getInteger("soak.cycles", 15);
    private static final int LONGEST_LIFE = 1_000;

    @Test
    void nothing_is_lost_and_nothing_is_sent_twice_however_often_the_process_is_killed() {
        try (Run run = Run.named("embedded-kills")) {
            Random random = run.random();
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                ChildProcess child = run.start(plan(random));
                child.say("roam");
                if (random.nextInt(10) > 0) {
                    child.await(Note.READY);
                }
                Patience.isTrueWithin(Duration.ofMillis(random.nextInt(LONGEST_LIFE)), () -> !child.isAlive());
                child.kill();
            }
            run.drain(Plan::toggling);
            run.verify();
        }
    }

    /** Every other is killed at a step that is passed so quickly that hardly a kill from outside would meet it. */
    private static UnaryOperator<Plan> plan(Random random) {
        Step[] steps = Step.values();
        Step step = steps[random.nextInt(steps.length)];
        int time = 1 + random.nextInt(4);
        return random.nextBoolean() ? Plan::toggling : plan -> plan.toggling().at(step, "HALT_SOON", time);
    }
}
