package dev.provisioning.notifications.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.provisioning.notifications.architecture.HouseModule.API;
import static dev.provisioning.notifications.architecture.HouseModule.CORE;
import static dev.provisioning.notifications.architecture.HouseModule.EXAMPLE;
import static dev.provisioning.notifications.architecture.HouseModule.JDBC;
import static dev.provisioning.notifications.architecture.HouseModule.SMTP;
import static dev.provisioning.notifications.architecture.HouseModule.TESTKIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The arrows between modules, DESIGN section 4. */
@AnalyzeClasses(locations = MainClasses.class)
class WhoMayUseWhomTest {

    @ArchTest
    static final ArchRule API_USES_NOTHING = classes()
            .that(API.main())
            .should()
            .onlyDependOnClassesThat(API.main().or(resideInAnyPackage("java..", "org.jspecify.annotations")));

    @ArchTest
    static final ArchRule CORE_KNOWS_NO_TRANSPORT_AND_NO_DATABASE = noClasses()
            .that(CORE.main())
            .should()
            .dependOnClassesThat(SMTP.main()
                    .or(JDBC.main())
                    .or(TESTKIT.main())
                    .or(EXAMPLE.main())
                    .or(resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.mail..")));

    @ArchTest
    static final ArchRule A_TRANSPORT_USES_THE_API_ALONE = noClasses()
            .that(SMTP.main())
            .should()
            .dependOnClassesThat(CORE.main().or(JDBC.main()).or(TESTKIT.main()).or(EXAMPLE.main()));

    @ArchTest
    static final ArchRule A_STORE_USES_THE_API_ALONE = noClasses()
            .that(JDBC.main())
            .should()
            .dependOnClassesThat(CORE.main().or(SMTP.main()).or(TESTKIT.main()).or(EXAMPLE.main()));

    @ArchTest
    static final ArchRule TESTKIT_USES_THE_API_ALONE = noClasses()
            .that(TESTKIT.main())
            .should()
            .dependOnClassesThat(CORE.main().or(SMTP.main()).or(JDBC.main()).or(EXAMPLE.main()));

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("(**)").should().beFreeOfCycles();

    @ArchTest
    static void everyModuleIsRead(JavaClasses all) {
        assertThat(HouseModule.values())
                .allSatisfy(module -> assertThat(all.stream().filter(module.main()))
                        .as(module.moduleName())
                        .isNotEmpty());
    }

    @ArchTest
    static void noPackageIsInTwoModules(JavaClasses all) {
        List<String> packagesOfEachModule = Arrays.stream(HouseModule.values())
                .flatMap(module -> packagesOf(module, all).stream())
                .toList();

        assertThat(packagesOfEachModule).doesNotHaveDuplicates();
    }

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses all) {
        Set<String> unmarked = all.stream()
                .filter(type -> !type.getPackageName().isEmpty())
                .filter(type -> !type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());

        assertThat(unmarked).isEmpty();
    }

    private static Set<String> packagesOf(HouseModule module, JavaClasses all) {
        return all.stream()
                .filter(module.main())
                .map((Function<JavaClass, String>) JavaClass::getPackageName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
