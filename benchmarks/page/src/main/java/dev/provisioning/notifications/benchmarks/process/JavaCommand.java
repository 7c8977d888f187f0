package dev.provisioning.notifications.benchmarks.process;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a Java process is started, with the Java that runs this one.
 *
 * @param options of the virtual machine
 * @param classPath where its classes are
 * @param main the main class
 * @param arguments what the main class is told
 */
public record JavaCommand(List<String> options, String classPath, String main, List<String> arguments) {
    /** {@return the command that runs a main class with our own class path} */
    public static JavaCommand of(Class<?> main, String... arguments) {
        return new JavaCommand(List.of(), System.getProperty("java.class.path"), main.getName(), List.of(arguments));
    }

    /** {@return the same with these options of the virtual machine} */
    public JavaCommand options(String... set) {
        return new JavaCommand(List.of(set), classPath, main, arguments);
    }

    /** {@return the same with another class path} */
    public JavaCommand on(String otherClassPath) {
        return new JavaCommand(options, otherClassPath, main, arguments);
    }

    /** {@return the same without some elements of the class path} */
    public JavaCommand without(Predicate<String> leftOut) {
        return on(Arrays.stream(classPath.split(File.pathSeparator, -1))
                .filter(leftOut.negate())
                .collect(Collectors.joining(File.pathSeparator)));
    }

    /** {@return what starts it} */
    public ProcessBuilder builder() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                Stream.of(Stream.of(java), options.stream(), Stream.of("-cp", classPath, main), arguments.stream())
                        .flatMap(part -> part)
                        .toList());
    }

    @Override
    public String toString() {
        return main.substring(main.lastIndexOf('.') + 1) + " " + String.join(" ", arguments);
    }
}
