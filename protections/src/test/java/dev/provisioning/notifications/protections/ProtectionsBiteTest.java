package dev.provisioning.notifications.protections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.provisioning.notifications.protections.catalogue.Catalogue;
import dev.provisioning.notifications.protections.catalogue.Mutation;
import dev.provisioning.notifications.protections.catalogue.NamedTest;
import dev.provisioning.notifications.protections.trial.Testimony;
import dev.provisioning.notifications.protections.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Each protection is taken out of the library, and the test that is named for it has to fail, though it passes when nothing is
 * taken out. Which ones are tried, {@code protections.mutations} says: {@code sample}, {@code all}, or an expression to be found
 * in the words of a mutation, its holes, and the type that it changes.
 */
@DisplayName("Without its protection")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectionsBiteTest {
    private final Path directory = Path.of(property("protections.directory"));
    private final Trial trial = new Trial(directory);
    private final Table table = new Table();

    @AfterAll
    void write() throws IOException {
        table.write(directory.resolve("protections.md"));
    }

    @TestFactory
    Stream<DynamicNode> aTestFails() {
        List<Mutation> chosen = chosen();
        assertThat(chosen).as("mutations to try").isNotEmpty();
        Map<List<Object>, List<NamedTest>> together = chosen.stream()
                .map(Mutation::killer)
                .distinct()
                .collect(Collectors.groupingBy(test -> List.of(test.module(), test.properties())));
        return Stream.of(
                dynamicContainer("unharmed", together.values().stream().map(this::unharmed)),
                dynamicContainer("harmed", chosen.stream().map(this::harmed)));
    }

    private DynamicNode unharmed(List<NamedTest> tests) {
        NamedTest first = tests.get(0);
        return dynamicTest(
                first.module() + " passes",
                () -> assertThat(trial.unharmed(tests)).hasSameSizeAs(tests).allMatch(Testimony::hasPassed));
    }

    private DynamicNode harmed(Mutation mutation) {
        return dynamicTest(mutation.protection(), () -> {
            long start = System.nanoTime();
            Testimony seen = trial.of(mutation);
            table.add(mutation, seen, System.nanoTime() - start);
            assertThat(seen).as("seen of %s", mutation.killer().name()).matches(Testimony::hasFailed);
        });
    }

    private static List<Mutation> chosen() {
        String which = property("protections.mutations");
        return switch (which) {
            case "all" -> Catalogue.all();
            case "sample" -> Catalogue.sample().toList();
            default ->
                Catalogue.all().stream()
                        .filter(mutation ->
                                Pattern.compile(which).matcher(words(mutation)).find())
                        .toList();
        };
    }

    private static String words(Mutation mutation) {
        return String.join(" ", mutation.protection(), mutation.holes().toString(), mutation.type());
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
