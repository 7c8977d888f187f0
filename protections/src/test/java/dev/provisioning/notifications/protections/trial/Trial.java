package dev.provisioning.notifications.protections.trial;

import dev.provisioning.notifications.protections.catalogue.Mutation;
import dev.provisioning.notifications.protections.catalogue.NamedTest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs tests of a module in a Java of their own: as they are, or with a mutant before everything else on the class path. That is
 * the class path of this module, which depends on all that they need, behind the tests as their own module has compiled them.
 */
public final class Trial {
    private final Path directory;

    /**
     * Tries in a directory.
     *
     * @param directory where mutants, and what was seen of them, are left to be looked at
     */
    public Trial(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /**
     * Runs tests as they are.
     *
     * @param tests which; of one module, and told the same
     * @return what was seen of each, in their order
     */
    public List<Testimony> unharmed(List<NamedTest> tests) {
        return run(
                directory.resolve(
                        "unharmed " + tests.get(0).module() + tests.get(0).properties()),
                "",
                tests);
    }

    /**
     * Runs the test of a mutation on its mutant.
     *
     * @param mutation what to take out
     * @return what was seen of the test
     */
    public Testimony of(Mutation mutation) {
        Path place = directory.resolve(mutation.protection());
        Path mutant = place.resolve("classes");
        try {
            Mutant.compile(mutation, ChildJava.ownClassPath(), mutant);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return run(place, mutant + File.pathSeparator, List.of(mutation.killer()))
                .get(0);
    }

    /**
     * Makes certain that a test is there.
     *
     * @param test which
     * @throws IllegalStateException if it is not
     */
    public static void requireThere(NamedTest test) {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {test.module().testClasses().toUri().toURL()})) {
            TestMethod.of(fullName(test), loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Testimony> run(Path place, String before, List<NamedTest> tests) {
        NamedTest first = tests.get(0);
        String classPath = before + first.module().testClasses() + File.pathSeparator + ChildJava.ownClassPath();
        Path seen = place.resolve("seen.txt");
        List<String> arguments = Stream.concat(
                        Stream.of(seen.toString()), tests.stream().map(Trial::fullName))
                .toList();
        try {
            Files.createDirectories(place);
            Files.deleteIfExists(seen);
            new ChildJava(classPath, first.properties())
                    .run(Witness.class, arguments, first.module().directory(), place.resolve("said.txt"));
            return Files.readAllLines(seen).stream().map(Testimony::fromLine).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fullName(NamedTest test) {
        return test.module().rootPackage() + "." + test.name();
    }
}
