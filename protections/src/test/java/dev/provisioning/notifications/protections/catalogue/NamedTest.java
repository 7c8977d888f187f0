package dev.provisioning.notifications.protections.catalogue;

import java.util.Map;

/**
 * A test that has to notice.
 *
 * @param module whose test it is
 * @param type its class, relative to the module's package; a nested one behind a dot, as in {@code TimeRulesTest.Rule15}
 * @param method its method
 * @param properties what it is told by system properties
 */
public record NamedTest(HouseModule module, String type, String method, Map<String, String> properties) {
    /** Makes a named test. */
    public NamedTest {
        properties = Map.copyOf(properties);
    }

    /**
     * Reads a name.
     *
     * @param module whose test it is
     * @param name as in {@code TimeRulesTest#theQuestionIsAskedAgainAtTheMark}
     * @return the test
     */
    static NamedTest of(HouseModule module, String name) {
        String[] parts = name.split("#", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not of the form Type#method: " + name);
        }
        return new NamedTest(module, parts[0], parts[1], Map.of());
    }

    /** A month of the simulation, in which a mutation was seen to break a promise. */
    static NamedTest seed(long seed) {
        return new NamedTest(
                HouseModule.SIMULATION,
                "SimulatedMonthsTest",
                "thePromisesAreKeptAndEverythingHasGoneWrong",
                Map.of("simulation.first", Long.toString(seed), "simulation.seeds", "1"));
    }

    /** {@return the name that {@link #of} reads} */
    public String name() {
        return type + "#" + method;
    }
}
