package dev.provisioning.notifications.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.provisioning.notifications.architecture.fixture.AsksTheSystemClock;
import dev.provisioning.notifications.architecture.fixture.Prints;
import dev.provisioning.notifications.architecture.fixture.Sleeps;
import dev.provisioning.notifications.architecture.fixture.UsesAGivenClock;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Time is given, never taken; and a library does not talk to the console. Holds for tests, too. */
@AnalyzeClasses(locations = PublishedClassesAndTheirTests.class)
class WhatNobodyMayCallTest {

    /** The one place that reaches for the system's clock: the default of the builder, which tests replace. */
    private static final Map<String, String> ALLOWED =
            Map.of("dev.provisioning.notifications.core.NotifierBuilder", "systemUTC");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .accessTargetWhere(callOf(
                    "a method that sleeps",
                    (owner, name, parameters) -> name.equals("sleep")
                            && Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                                    .contains(owner)));

    @ArchTest
    static final ArchRule NOBODY_ASKS_THE_SYSTEM_CLOCK = noClasses()
            .should()
            .accessTargetWhere(callOf("the system's clock", WhatNobodyMayCallTest::readsTheSystemClock)
                    .and(DescribedPredicate.not(allowed())));

    @ArchTest
    static final ArchRule NOBODY_PRINTS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @Test
    void aSleepIsFound() {
        assertThat(violations(NOBODY_SLEEPS, Sleeps.class)).hasSize(2);
    }

    @Test
    void eachWayToAskTheSystemClockIsFound() {
        assertThat(violations(NOBODY_ASKS_THE_SYSTEM_CLOCK, AsksTheSystemClock.class))
                .hasSize(AsksTheSystemClock.class.getDeclaredMethods().length);
    }

    @Test
    void aGivenClockIsFine() {
        assertThat(violations(NOBODY_ASKS_THE_SYSTEM_CLOCK, UsesAGivenClock.class))
                .isEmpty();
    }

    @Test
    void printingIsFound() {
        assertThat(violations(NOBODY_PRINTS, Prints.class)).hasSize(1);
    }

    private static List<String> violations(ArchRule rule, Class<?> fixture) {
        JavaClasses classes = new ClassFileImporter().importClasses(fixture);
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    private interface CallTest {
        boolean test(String owner, String name, List<String> parameters);
    }

    private static boolean readsTheSystemClock(String owner, String name, List<String> parameters) {
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.Clock" -> name.startsWith("system") || name.matches("tick(Millis|Seconds|Minutes)");
            case "java.time.InstantSource" -> name.equals("system");
            case "java.util.Date" -> name.equals("<init>") && parameters.isEmpty();
            case "java.util.Calendar" -> name.equals("getInstance");
            default ->
                owner.startsWith("java.time.")
                        && name.equals("now")
                        && !parameters.equals(List.of(Clock.class.getName()));
        };
    }

    private static DescribedPredicate<JavaAccess<?>> callOf(String description, CallTest test) {
        return DescribedPredicate.describe(
                description,
                access -> access.getTarget() instanceof CodeUnitAccessTarget target
                        && test.test(
                                target.getOwner().getName(),
                                target.getName(),
                                target.getRawParameterTypes().stream()
                                        .map(type -> type.getName())
                                        .toList()));
    }

    private static DescribedPredicate<JavaAccess<?>> allowed() {
        return DescribedPredicate.describe(
                "allowed",
                access -> access.getTarget()
                        .getName()
                        .equals(ALLOWED.get(access.getOriginOwner().getName())));
    }
}
