package dev.provisioning.notifications.embedding.host;

import java.lang.StackWalker.Option;
import java.util.function.Predicate;

/** Whose code is running. */
final class Caller {
    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    private Caller() {}

    /** The innermost class on the stack that is neither of this package nor among those to skip. */
    static Class<?> innermost(Predicate<Class<?>> skipped) {
        return STACK.walk(frames -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> !isObserver(type) && !skipped.test(type))
                        .findFirst())
                .orElseThrow();
    }

    /** Whether a class of which the name begins so is anywhere on the stack. */
    static boolean isWithin(String prefix) {
        return STACK.walk(
                frames -> frames.anyMatch(frame -> frame.getClassName().startsWith(prefix)));
    }

    /** The innermost class on the stack that is not of Java itself, this package's observers aside. */
    static String library() {
        return innermost(Caller::isJava).getName();
    }

    static boolean isJava(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader.equals(ClassLoader.getPlatformClassLoader());
    }

    private static boolean isObserver(Class<?> type) {
        return type.getPackage().equals(Caller.class.getPackage()) && !Host.class.equals(type);
    }
}
