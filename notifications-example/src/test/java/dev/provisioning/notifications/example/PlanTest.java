package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static final Person ADA = new Person("1", "Ada", "Adler", "ada@example.com");
    private static final Person BEN = new Person("2", "Ben", "Brandt", "ben@example.com");

    @Test
    void whoIsNewIsCreatedWhoIsGoneIsDeletedAndWhoHasChangedIsUpdated() {
        Person adaMarried = new Person("1", "Ada", "Novak", "ada@example.com");
        Person eva = new Person("3", "Eva", "Costa", "eva@example.com");

        Plan plan = Plan.between(List.of(adaMarried, eva), Map.of("1", ADA, "2", BEN));

        assertThat(plan).isEqualTo(new Plan(List.of(eva), List.of(adaMarried), List.of(BEN), 2));
        assertThat(plan.changes()).hasToString("1 created, 1 updated, 1 deleted");
    }

    @Test
    void whatIsAsItShouldBeIsLeftAlone() {
        Plan plan = Plan.between(List.of(ADA), Map.of("1", ADA));

        assertThat(plan.changes().any()).isFalse();
        assertThat(plan.changes()).hasToString("nothing to change");
    }

    @ParameterizedTest
    @CsvSource({"50, 20, true", "50, 40, false", "50, 39, true", "6, 1, false", "6, 0, true", "0, 0, false"})
    void moreThanAFifthOfTheAccountsIsNotDeletedUnlessItIsAHandful(int present, int needed, boolean tooMany) {
        Plan plan =
                Plan.between(people(needed), people(present).stream().collect(Collectors.toMap(Person::id, p -> p)));

        assertThat(plan.deletesTooMany()).isEqualTo(tooMany);
    }

    private static List<Person> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Person("P" + i, "Given", "Family", i + "@example.com"))
                .toList();
    }
}
