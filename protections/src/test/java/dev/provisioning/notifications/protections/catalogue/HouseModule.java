package dev.provisioning.notifications.protections.catalogue;

import java.nio.file.Path;
import java.util.Objects;

/** A module whose sources are changed, or whose tests have to notice. */
public enum HouseModule {
    API("notifications-api", "dev.provisioning.notifications"),
    CORE("notifications-core", "dev.provisioning.notifications.core"),
    SMTP("notifications-smtp", "dev.provisioning.notifications.smtp"),
    JDBC("notifications-jdbc", "dev.provisioning.notifications.jdbc"),
    SIMULATION("simulation", "dev.provisioning.notifications.simulation");

    private final String directory;
    private final String rootPackage;

    HouseModule(String directory, String rootPackage) {
        this.directory = directory;
        this.rootPackage = rootPackage;
    }

    /** {@return where it is} */
    public Path directory() {
        String house = Objects.requireNonNull(System.getProperty("house.root"), "house.root");
        return Path.of(house, directory).toAbsolutePath().normalize();
    }

    /** {@return the package that the names of its files and tests are relative to} */
    public String rootPackage() {
        return rootPackage;
    }

    /** {@return where the compiler has put its tests} */
    public Path testClasses() {
        return directory().resolve("target").resolve("test-classes");
    }

    /**
     * Names a source.
     *
     * @param type a type such as {@code spi.Slot}, relative to the root package
     * @return its file
     */
    public Path source(String type) {
        return directory().resolve("src/main/java").resolve((rootPackage + "." + type).replace('.', '/') + ".java");
    }
}
