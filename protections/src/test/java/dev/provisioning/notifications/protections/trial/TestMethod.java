package dev.provisioning.notifications.protections.trial;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/**
 * A test method, found by its name. It may be inherited, and so may the nested class that it is in, as those of a contract are.
 *
 * @param enclosing the classes around that of the method, the outermost first
 * @param type the class of the method
 * @param method the method
 */
record TestMethod(List<Class<?>> enclosing, Class<?> type, Method method) {
    /**
     * Finds a test.
     *
     * @param name such as {@code some.FileStoreTest.Replacing#refusesTheSameStepTwice}
     * @param loader knows its class
     * @throws IllegalStateException if there is none
     */
    static TestMethod of(String name, ClassLoader loader) {
        int end = name.indexOf('#');
        List<String> parts = List.of(name.substring(0, end).split("\\.", -1));
        int packages = (int) parts.stream()
                .takeWhile(part -> Character.isLowerCase(part.charAt(0)))
                .count();
        Class<?> type = load(String.join(".", parts.subList(0, packages + 1)), loader);
        List<Class<?>> enclosing = new ArrayList<>();
        for (String nested : parts.subList(packages + 1, parts.size())) {
            enclosing.add(type);
            type = nested(type, nested);
        }
        return new TestMethod(enclosing, type, method(type, name.substring(end + 1)));
    }

    DiscoverySelector selector() {
        return enclosing.isEmpty()
                ? DiscoverySelectors.selectMethod(type, method)
                : DiscoverySelectors.selectNestedMethod(enclosing, type, method);
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("there is no class " + name, e);
        }
    }

    private static Class<?> nested(Class<?> within, String name) {
        return andWhatItInheritsFrom(within)
                .flatMap(type -> Arrays.stream(type.getDeclaredClasses()))
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no " + name + " in " + within));
    }

    /** What bears no annotation is no test. */
    private static Method method(Class<?> within, String name) {
        return andWhatItInheritsFrom(within)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name) && method.getAnnotations().length > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no test " + name + " in " + within));
    }

    private static Stream<Class<?>> andWhatItInheritsFrom(Class<?> type) {
        return Stream.iterate(type, each -> each != null, Class::getSuperclass);
    }
}
