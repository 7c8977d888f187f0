package dev.provisioning.notifications.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What users get, and the tests of it. */
final class PublishedClassesAndTheirTests implements LocationProvider {

    @Override
    public Set<Location> get(Class<?> testClass) {
        return HouseModule.PUBLISHED.stream()
                .flatMap(module -> Stream.of(module.classes(), module.testClasses()))
                .filter(Files::isDirectory)
                .map(Location::of)
                .collect(Collectors.toSet());
    }
}
