package dev.provisioning.notifications.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.testkit.FaultyStore;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Whatever happens in whatever order, on two nodes with one store: at most one accepted mail a day, and nothing lost. The
 * {@link Observer} knows only what was reported, what it was answered, and what the mail server has received.
 */
class InterleavingPropertiesTest {
    /** What the library warns of meanwhile is kept from the console. */
    private final FailsOnWarnings.Warnings warnings = new FailsOnWarnings.Warnings();

    @BeforeTry
    void listen() {
        warnings.listen();
    }

    @AfterTry
    void ignore() {
        warnings.ignore();
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void atMostOneMailADayAndNothingLost(@ForAll("stories") List<Happening> story) {
        Theatre theatre = new Theatre();
        for (Happening happening : story) {
            happening.happen(theatre);
        }
        theatre.calmDown();
        assertThat(theatre.observer().broken())
                .as("promises broken by %s", story)
                .isEmpty();
    }

    @Provide
    Arbitrary<List<Happening>> stories() {
        Arbitrary<Happening> simple = simple();
        Arbitrary<Happening> nested = simple.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(inner -> Arbitraries.of(true, false)
                        .map(beforePoint -> new Happening.WhileMailIsOnItsWay(beforePoint, inner)));
        Arbitrary<Happening> any = Arbitraries.frequencyOf(Tuple.of(6, simple), Tuple.of(1, nested));
        return any.list().ofMinSize(1).ofMaxSize(40);
    }

    private static Arbitrary<Happening> simple() {
        Arbitrary<Integer> nodes = Arbitraries.of(0, 1);
        Arbitrary<String> keys = Arbitraries.of("a", "b", "c");
        return Arbitraries.frequencyOf(
                Tuple.of(10, Combinators.combine(nodes, keys).as(Happening.Report::new)),
                Tuple.of(2, Combinators.combine(nodes, keys).as(Happening.Resolve::new)),
                Tuple.of(2, Combinators.combine(nodes, keys.set().ofMaxSize(2)).as(Happening.Cycle::new)),
                Tuple.of(10, Arbitraries.of(Happening.Advance.CHOICES)),
                Tuple.of(5, Arbitraries.of(Happening.NextMail.CHOICES)),
                Tuple.of(4, Arbitraries.of(FaultyStore.Outcome.values()).map(Happening.NextChangeFails::new)),
                Tuple.of(1, nodes.map(Happening.Restart::new)),
                Tuple.of(1, Arbitraries.of(true, false).map(Happening.Switch::new)),
                Tuple.of(1, nodes.map(Happening.Deactivate::new)));
    }
}
