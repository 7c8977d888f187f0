package dev.provisioning.notifications.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What users can see, for the module system and for OSGi. */
class WhatIsExportedTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXAMPLE")
    void aModuleExportsWhatIsDecidedAndNothingElse(HouseModule module) {
        ModuleDescriptor descriptor = ModuleFinder.of(module.classes())
                .find(module.moduleName())
                .orElseThrow()
                .descriptor();

        assertThat(descriptor.isOpen()).isFalse();
        assertThat(descriptor.opens())
                .allMatch(opens -> opens.targets().equals(Set.of("org.junit.platform.commons")))
                .hasSize(module == HouseModule.TESTKIT ? 1 : 0);
        assertThat(descriptor.exports()).noneMatch(ModuleDescriptor.Exports::isQualified);
        assertThat(descriptor.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(module.exports());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXAMPLE")
    void aBundleExportsWhatItsModuleExports(HouseModule module) throws IOException {
        String exportPackage = manifest(module).getMainAttributes().getValue("Export-Package");

        assertThat(packages(exportPackage)).isEqualTo(module.exports());
    }

    private static Manifest manifest(HouseModule module) throws IOException {
        try (InputStream file = Files.newInputStream(module.classes().resolve("META-INF/MANIFEST.MF"))) {
            return new Manifest(file);
        }
    }

    /** Packages before their attributes; a comma within quotes ends no package. */
    private static Set<String> packages(String header) {
        return Set.of(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).stream()
                .map(clause -> clause.replaceFirst(";.*", ""))
                .collect(Collectors.toSet());
    }
}
