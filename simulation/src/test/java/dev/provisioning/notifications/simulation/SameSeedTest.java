package dev.provisioning.notifications.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.simulation.plan.Plan;
import dev.provisioning.notifications.simulation.world.Sabotage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The same seed makes the same month")
class SameSeedTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void toTheLetter(long seed) {
        String once = Simulation.trace(Plan.of(seed), Sabotage.NONE);
        String again = Simulation.trace(Plan.of(seed), Sabotage.NONE);

        assertThat(once.lines().count()).isGreaterThan(100);
        assertThat(again).isEqualTo(once);
        assertThat(Simulation.trace(Plan.of(seed + 1), Sabotage.NONE)).isNotEqualTo(once);
    }
}
