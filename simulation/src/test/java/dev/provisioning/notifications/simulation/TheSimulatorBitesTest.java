package dev.provisioning.notifications.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.simulation.plan.Plan;
import dev.provisioning.notifications.simulation.world.Sabotage;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What is broken on purpose is found within a few months, and told in a few lines")
class TheSimulatorBitesTest {
    private static final int SEEDS = 60;
    private static final int ELEMENTS = 12;

    static Stream<Arguments> sabotages() {
        return Stream.of(
                sabotage("a store that compares nothing", Saboteurs.NoComparison::new),
                sabotage("a store that does not keep a mark", Saboteurs.UnkeptMark::new),
                sabotage("a store that forgets when a node dies", Saboteurs.Forgetful::new),
                sabotage("a store that finds nothing due", Saboteurs.NothingDue::new),
                sabotage("a transport that does not pass the point of no return", Saboteurs.NoPoint::new),
                sabotage("a transport that does not care whether it may pass", Saboteurs.Heedless::new),
                sabotage("a transport that takes a lost reply for a refusal", Saboteurs.Hopeful::new),
                sabotage("a composer that leaves an issue out", Saboteurs.Discreet::new),
                sabotage("a subscription source that is out of date", Saboteurs.Stale::new),
                sabotage("a mail server that accepts a mail twice", Saboteurs.Stammering::new));
    }

    private static Arguments sabotage(String name, Supplier<Sabotage> sabotage) {
        return Arguments.of(Named.of(name, sabotage));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sabotages")
    void bites(Supplier<Sabotage> sabotage) {
        Optional<Long> seed = Months.firstBroken(1, SEEDS, sabotage);

        assertThat(seed).as("a seed that finds it").isPresent();
        Plan shortest = Simulation.shortest(seed.orElseThrow(), sabotage);
        assertThat(shortest.elements()).as(shortest::toString).hasSizeLessThanOrEqualTo(ELEMENTS);
        assertThat(Simulation.run(shortest, sabotage.get()).violations()).isNotEmpty();
        assertThat(Simulation.run(shortest, Sabotage.NONE).violations()).isEmpty();
    }
}
