package dev.provisioning.notifications.protections.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The checked model")
class CheckedModelTest {
    private static final List<Case> CASES = Case.all();

    /** Defined for each hole, to have a trace in words. */
    private static final String WORDS = "TRACE";

    @TempDir
    private Path directory;

    @Test
    void hasACaseForEachProtectionThatCanBeTakenOutOfIt() {
        Set<String> tried = CASES.stream()
                .flatMap(Case::defined)
                .map(setting -> setting.replaceFirst("=.*", ""))
                .filter(Predicate.not(Source.budgets()::contains))
                .collect(Collectors.toCollection(TreeSet::new));
        tried.add(WORDS);

        assertThat(Source.switches()).isEqualTo(tried);
    }

    @Test
    void takesOutWhatEachHoleIsNamedAfter() {
        assertThat(CASES).filteredOn(Case::isHole).extracting(Case::name).isSubsetOf(Source.switches());
        assertThat(CASES).extracting(Case::name).doesNotHaveDuplicates();
    }

    @Test
    void setsNoBudgetThatTheModelDoesNotKnow() {
        assertThat(CASES.stream().flatMap(each -> each.settings().stream()))
                .allMatch(setting -> Source.budgets().contains(setting.replaceFirst("=.*", ""))
                        || Source.switches().contains(setting.replaceFirst("=.*", "")));
    }

    @Test
    void expectsSomethingOfEachHoleAndNothingOfEachProof() {
        assertThat(CASES).isNotEmpty().allMatch(each -> each.expected().equals(Verdict.NOTHING) != each.isHole());
    }

    @Test
    void findsAHole() {
        Case hole = named("NOCAS");

        Verdict verdict = searched(hole);

        assertThat(verdict.found()).contains(hole.expected());
        assertThat(verdict.trace()).contains("accepted");
    }

    @Test
    void findsNothingWhereAllProtectionsAreIn() {
        Case proof = named("one-node");

        Verdict verdict = searched(proof);

        assertThat(verdict.found()).isEqualTo(Verdict.NOTHING);
        assertThat(verdict.states()).isGreaterThan(1_000);
    }

    private Verdict searched(Case which) {
        List<String> missing = Spin.missing();
        assumeTrue(missing.isEmpty(), () -> Spin.advice(missing));
        return new Spin(directory).search(which);
    }

    private static Case named(String name) {
        return CASES.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
