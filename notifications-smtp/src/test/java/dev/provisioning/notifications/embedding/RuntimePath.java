package dev.provisioning.notifications.embedding;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the transport needs at run time, taken from the class path of the tests: its module, and the modules that this
 * requires. So all of it that a test uses is in the module descriptors, and no more.
 */
final class RuntimePath {
    static final String TRANSPORT = "dev.provisioning.notifications.smtp";

    private RuntimePath() {}

    /** Jars, and directories of classes. */
    static List<Path> all() {
        return those(Set.of(TRANSPORT), name -> true);
    }

    /** What javac needs to compile a module that requires the transport: annotations, too. */
    static List<Path> toCompile() {
        return those(Set.of(TRANSPORT, "org.jspecify"), name -> true);
    }

    /** Without what hosts usually have one of for all: the logging API. */
    static List<Path> withoutLogging() {
        return those(Set.of(TRANSPORT), name -> !name.equals("org.slf4j"));
    }

    static URL[] urls(List<Path> paths) {
        return paths.stream().map(RuntimePath::url).toArray(URL[]::new);
    }

    /** For a command line. */
    static String joined(List<Path> paths) {
        return String.join(
                File.pathSeparator, paths.stream().map(Path::toString).toList());
    }

    /** What the modules are called. */
    static Set<String> names() {
        return resolved(Set.of(TRANSPORT)).map(ResolvedModule::name).collect(Collectors.toSet());
    }

    private static Stream<ResolvedModule> resolved(Set<String> roots) {
        Configuration java = ModuleLayer.boot().configuration();
        return java.resolve(classPath(), ModuleFinder.of(), roots).modules().stream();
    }

    private static List<Path> those(Set<String> roots, Predicate<String> names) {
        return resolved(roots)
                .filter(module -> names.test(module.name()))
                .map(module -> module.reference().location().orElseThrow())
                .map(Path::of)
                .toList();
    }

    private static ModuleFinder classPath() {
        String classPath = Objects.requireNonNull(System.getProperty("java.class.path"));
        return ModuleFinder.compose(Arrays.stream(classPath.split(File.pathSeparator, -1))
                .flatMap(RuntimePath::module)
                .toArray(ModuleFinder[]::new));
    }

    /** What has a module descriptor; of others, a name could only be guessed. */
    private static Stream<ModuleFinder> module(String entry) {
        try {
            ModuleFinder finder = ModuleFinder.of(Path.of(entry));
            boolean named = finder.findAll().stream()
                    .map(ModuleReference::descriptor)
                    .anyMatch(descriptor -> !descriptor.isAutomatic());
            return named ? Stream.of(finder) : Stream.empty();
        } catch (FindException e) {
            return Stream.empty();
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
