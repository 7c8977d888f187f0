package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DesksTest {
    private final Desks desks = new Desks(1);

    @Test
    void aDeskIsThereAsLongAsSomebodyIsAtIt() {
        desks.atIt(APP, desk -> assertThat(desks.apps()).containsExactly(APP));

        assertThat(desks.apps()).isEmpty();
    }

    @Test
    void aDeskIsThereAsLongAsAnythingLiesOnIt() {
        desks.atIt(APP, desk -> desk.keep(Reported.once(issue("a"))));
        assertThat(desks.apps()).containsExactly(APP);
        assertThat(desks.<Integer>at(APP, Desk::unwritten)).isEqualTo(1);

        desks.atIt(APP, Desk::written);

        assertThat(desks.apps()).isEmpty();
    }

    @Test
    void whatLiesOnAllOfThemIsCountedHoweverItComesAndGoes() {
        assertThat(desks.keep(issue("a"))).isTrue();
        assertThat(desks.keep(issue("b"))).isFalse();
        assertThat(desks.keep(issue("a"))).as("it lies there already").isTrue();

        desks.atIt(APP, desk -> desks.atIt(APP, Desk::written));
        assertThat(desks.keep(issue("b"))).isTrue();

        assertThatThrownBy(() -> desks.atIt(APP, desk -> {
                    desk.clear();
                    throw new IllegalStateException("after all");
                }))
                .hasMessage("after all");
        assertThat(desks.keep(issue("c"))).isTrue();
    }

    @Test
    void oneIsAtADeskAtATime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        int[] unguarded = new int[1];
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                workers.add(threads.submit(() -> {
                    for (int round = 0; round < 20_000; round++) {
                        desks.atIt(APP, desk -> unguarded[0]++);
                    }
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(unguarded[0]).isEqualTo(60_000);
        assertThat(desks.apps()).isEmpty();
    }
}
