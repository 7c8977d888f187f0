package dev.provisioning.notifications.benchmarks.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How a Java process is started, with the Java that runs this one.
 *
 * @param options of the virtual machine
 * @param classPath where its classes are
 * @param main the main class
 * @param arguments what the main class is told
 */
public record JavaCommand(List<String> options, String classPath, String main, List<String> arguments) {
    /** A system property with one more option for every process: tests want them to be over soon, and measure nothing. */
    private static final String FURTHER = "benchmarks.java.option";

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
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        Optional.ofNullable(System.getProperty(FURTHER)).ifPresent(line::add);
        line.addAll(List.of("-cp", classPath, main));
        line.addAll(arguments);
        return new ProcessBuilder(line);
    }

    @Override
    public String toString() {
        return main.substring(main.lastIndexOf('.') + 1) + " " + String.join(" ", arguments);
    }
}
