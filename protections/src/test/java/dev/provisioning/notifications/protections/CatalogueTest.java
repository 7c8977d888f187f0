package dev.provisioning.notifications.protections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.provisioning.notifications.protections.catalogue.Catalogue;
import dev.provisioning.notifications.protections.catalogue.Hole;
import dev.provisioning.notifications.protections.catalogue.Mutation;
import dev.provisioning.notifications.protections.trial.Trial;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue is complete, and cannot grow stale. */
class CatalogueTest {
    static Stream<Mutation> mutations() {
        return Catalogue.all().stream();
    }

    @Test
    void hasAMutationForEveryHoleOfTheModel() {
        assertThat(mutations().map(Mutation::holes).flatMap(Collection::stream).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Hole.class));
    }

    @Test
    void hasAMutationForEveryRuleAndPromise() {
        Set<String> rules =
                mutations().map(Mutation::rules).flatMap(Collection::stream).collect(Collectors.toSet());

        assertThat(rules)
                .containsAll(
                        IntStream.rangeClosed(1, 16).mapToObj(Integer::toString).toList())
                .contains("P1", "P2", "P3", "P4", "P5", "P6");
    }

    @Test
    void hasEachProtectionOnce() {
        assertThat(mutations()).extracting(Mutation::protection).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void findsEachFragmentExactlyOnce(Mutation mutation) {
        assertThat(mutation.source()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void saysWhatBreaksAndNamesATestThatIsThere(Mutation mutation) {
        assertThat(mutation.harm()).isNotBlank();
        assertThatCode(() -> Trial.requireThere(mutation.killer())).doesNotThrowAnyException();
    }
}
