package dev.provisioning.notifications.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What all modules are made of, without their tests. */
final class MainClasses implements LocationProvider {

    @Override
    public Set<Location> get(Class<?> testClass) {
        return Arrays.stream(HouseModule.values())
                .map(module -> Location.of(module.classes()))
                .collect(Collectors.toSet());
    }
}
