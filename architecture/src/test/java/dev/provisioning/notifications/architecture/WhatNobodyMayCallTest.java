package dev.provisioning.notifications.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.provisioning.notifications.architecture.fixture.AsksTheSystemClock;
import dev.provisioning.notifications.architecture.fixture.Prints;
import dev.provisioning.notifications.architecture.fixture.Sleeps;
import dev.provisioning.notifications.architecture.fixture.TouchesWhatIsShared;
import dev.provisioning.notifications.architecture.fixture.UsesAGivenClock;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Time is given, never taken; and a library does not talk to the console. Holds for tests, too. What everything in a Java
 * machine shares, a library leaves to its host.
 */
@AnalyzeClasses(locations = PublishedClassesAndTheirTests.class)
class WhatNobodyMayCallTest {

    /** The one place that reaches for the system's clock: the default of the builder, which tests replace. */
    private static final Map<String, String> ALLOWED =
            Map.of("dev.provisioning.notifications.core.NotifierBuilder", "systemUTC");

    /** By owner, the names of static methods that read or set what is not the library's. */
    private static final Map<String, String> SHARED = Map.ofEntries(
            Map.entry("java.lang.System", "(get|set|clear)(Property|Properties)|getenv|set(In|Out|Err)|exit"),
            Map.entry("java.lang.Boolean", "getBoolean"),
            Map.entry("java.lang.Integer", "getInteger"),
            Map.entry("java.lang.Long", "getLong"),
            Map.entry("java.lang.Runtime", "addShutdownHook|exit|halt"),
            Map.entry("java.lang.Thread", "setDefaultUncaughtExceptionHandler"),
            Map.entry("java.security.Security", "addProvider|insertProviderAt|removeProvider|setProperty"),
            Map.entry("java.util.Locale", "setDefault"),
            Map.entry("java.util.TimeZone", "setDefault"),
            Map.entry("javax.net.ssl.SSLContext", "setDefault"),
            Map.entry("javax.net.ssl.HttpsURLConnection", "setDefault.*"),
            Map.entry("java.net.Authenticator", "setDefault"),
            Map.entry("java.net.ProxySelector", "setDefault"),
            Map.entry("java.net.CookieHandler", "setDefault"),
            Map.entry("java.net.ResponseCache", "setDefault"),
            Map.entry("java.net.URL", "setURLStreamHandlerFactory"),
            Map.entry("java.net.URLConnection", "setDefault.*|setContentHandlerFactory|setFileNameMap"),
            Map.entry("java.net.HttpURLConnection", "setFollowRedirects"),
            Map.entry("jakarta.mail.Session", "getDefaultInstance"));

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

    @ArchTest
    static final ArchRule NO_LIBRARY_TOUCHES_WHAT_IS_SHARED = noClasses()
            .that(ofALibrary())
            .should()
            .accessTargetWhere(callOf(
                    "what everything in a Java machine shares",
                    (owner, name, parameters) -> SHARED.containsKey(owner) && name.matches(SHARED.get(owner))));

    /** What goes to the log of core is rid of secrets first; the words of compose and transport pass other ways. */
    @ArchTest
    static final ArchRule CORE_LOGS_THROUGH_ONE_DOOR = coreLogsThrough("Log");

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
    void anotherDoorToTheLogIsFound() {
        JavaClasses core = new ClassFileImporter().importPath(HouseModule.CORE.classes());

        assertThat(coreLogsThrough("Nothing").evaluate(core).getFailureReport().getDetails())
                .isNotEmpty()
                .allMatch(violation -> violation.contains("core.Log"));
    }

    @Test
    void printingIsFound() {
        assertThat(violations(NOBODY_PRINTS, Prints.class)).hasSize(1);
    }

    @Test
    void eachTouchOfWhatIsSharedIsFound() {
        List<String> found = violations(NO_LIBRARY_TOUCHES_WHAT_IS_SHARED, TouchesWhatIsShared.class);

        assertThat(found).hasSize(methods(TouchesWhatIsShared.class));
        assertThat(SHARED.keySet())
                .allSatisfy(owner -> assertThat(found).anyMatch(violation -> violation.contains("<" + owner + ".")));
    }

    private static ArchRule coreLogsThrough(String door) {
        return noClasses()
                .that()
                .resideInAPackage("dev.provisioning.notifications.core")
                .and()
                .doNotHaveSimpleName(door)
                .and()
                .haveSimpleNameNotEndingWith("Test")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.slf4j.Logger");
    }

    /** Those that are written down. */
    private static int methods(Class<?> fixture) {
        return (int) Stream.of(fixture.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .count();
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

    /** What users get, without its tests; and the fixtures that stand for it. */
    private static DescribedPredicate<JavaClass> ofALibrary() {
        return HouseModule.PUBLISHED.stream()
                .map(HouseModule::main)
                .reduce(JavaClass.Predicates.resideInAPackage("..architecture.fixture"), (one, other) -> one.or(other));
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
