package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Cycle;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.Resolution;
import dev.provisioning.notifications.core.World.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ExpectsWarnings
@DisplayName("While the store is known to be lost")
class StoreLostTest {
    private final World world = new World();
    private final List<String> refused = new ArrayList<>();
    private final Node node = world.node(
            World.START,
            builder -> builder.listener(new NotificationListener() {
                @Override
                public void issueRefused(Issue issue, String bound) {
                    refused.add(issue.key() + ": " + bound);
                }
            }));

    @BeforeEach
    void lose() {
        world.store.lose();
        assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.BUFFERED);
    }

    @Test
    void nobodyWaitsForItAgain() {
        long before = world.store.operations();

        assertThat(node.notifier.report(issue("b"))).isEqualTo(Disposition.BUFFERED);
        assertThat(node.notifier.explain(APP).verdict()).isEqualTo(Explanation.Verdict.STORE_LOST);
        assertThat(node.notifier.resolve(APP, "a")).isEqualTo(Resolution.REFUSED);
        try (Cycle cycle = node.notifier.beginCycle(APP)) {
            assertThat(cycle.report(issue("c"))).isEqualTo(Disposition.BUFFERED);
        }

        assertThat(world.store.operations()).isEqualTo(before);
    }

    @Test
    void aResolveThatIsRefusedChangesNothing() {
        assertThat(node.notifier.resolve(APP, "a")).isEqualTo(Resolution.REFUSED);
        world.store.restore();
        node.advance(Duration.ofMinutes(5));

        assertThat(world.named()).containsExactly(List.of("a"));
    }

    @Test
    void aQuestionAsksItAgainAfterAWhileThoughNothingElseDoes() {
        World quiet = new World();
        Node idle = quiet.node();
        idle.advance(Duration.ofSeconds(1));
        quiet.store.lose();
        assertThat(idle.notifier.explain(APP).verdict()).isEqualTo(Explanation.Verdict.STORE_LOST);
        quiet.store.restore();
        assertThat(idle.notifier.explain(APP).verdict()).isEqualTo(Explanation.Verdict.STORE_LOST);

        idle.advance(Duration.ofSeconds(5));

        assertThat(idle.notifier.explain(APP).verdict()).isEqualTo(Explanation.Verdict.NOTHING_HELD);
        assertThat(idle.notifier.resolve(APP, "a")).isEqualTo(Resolution.UNKNOWN);
    }

    @Test
    void closingTellsWhatIsLostWithMemory() {
        node.notifier.close();

        assertThat(refused).containsExactly("a: closed before the store was back");
    }
}
