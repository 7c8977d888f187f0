package dev.provisioning.notifications.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.File;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The modules of this project, and what each published one exports: to the letter, so that an export is a decision. */
enum HouseModule {
    API("notifications-api", "dev.provisioning.notifications", "dev.provisioning.notifications.spi"),
    CORE(
            "notifications-core",
            "dev.provisioning.notifications.core",
            "dev.provisioning.notifications.core.compose",
            "dev.provisioning.notifications.core.privacy",
            "dev.provisioning.notifications.core.transport"),
    SMTP("notifications-smtp", "dev.provisioning.notifications.smtp"),
    JDBC("notifications-jdbc", "dev.provisioning.notifications.jdbc"),
    TESTKIT("notifications-testkit", "dev.provisioning.notifications.testkit"),
    EXAMPLE("notifications-example");

    static final Set<HouseModule> PUBLISHED = EnumSet.complementOf(EnumSet.of(EXAMPLE));

    private final Path directory;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<String> exports;

    HouseModule(String directory, String... exports) {
        this.directory = root().resolve(directory);
        this.exports = Set.of(exports);
    }

    /** The directory that holds the modules. */
    static Path root() {
        return Path.of(System.getProperty("house.root", "..")).toAbsolutePath().normalize();
    }

    String moduleName() {
        return directory.getFileName().toString().replace("notifications-", "dev.provisioning.notifications.");
    }

    Set<String> exports() {
        return exports;
    }

    File pom() {
        return directory.resolve("pom.xml").toFile();
    }

    Path classes() {
        return directory.resolve("target").resolve("classes");
    }

    Path testClasses() {
        return directory.resolve("target").resolve("test-classes");
    }

    /** Main classes of this module, and arrays of them. */
    DescribedPredicate<JavaClass> main() {
        String prefix = classes().toUri().toString();
        return DescribedPredicate.describe(
                "main classes of " + name().toLowerCase(Locale.ROOT),
                type -> type.getBaseComponentType()
                        .getSource()
                        .map(source -> source.getUri().toString().startsWith(prefix))
                        .orElse(false));
    }
}
