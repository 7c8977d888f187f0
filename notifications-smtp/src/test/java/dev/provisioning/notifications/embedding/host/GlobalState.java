package dev.provisioning.notifications.embedding.host;

import java.lang.reflect.Field;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import javax.net.ssl.HttpsURLConnection;
import org.jspecify.annotations.Nullable;

/** What all code in a Java machine shares. */
final class GlobalState {
    /** Shorter than an idle thread of a pool may live on its own account. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final Set<Thread> threads = threads();

    private GlobalState() {
        values.put("locale", Locale.getDefault());
        values.put("display locale", Locale.getDefault(Locale.Category.DISPLAY));
        values.put("time zone", TimeZone.getDefault());
        values.put("authenticator", Authenticator.getDefault());
        values.put("proxy selector", ProxySelector.getDefault());
        values.put("cookie handler", CookieHandler.getDefault());
        values.put("response cache", ResponseCache.getDefault());
        values.put("handler of uncaught exceptions", Thread.getDefaultUncaughtExceptionHandler());
        values.put("context class loader", Thread.currentThread().getContextClassLoader());
        values.put("security providers", List.of(Security.getProviders()));
        values.put("host name verifier", HttpsURLConnection.getDefaultHostnameVerifier());
        values.put("shutdown hooks", hooks());
    }

    static GlobalState now() {
        return new GlobalState();
    }

    /** What is no longer as it was, a line for each. */
    List<String> differences() {
        List<String> found = new ArrayList<>();
        GlobalState now = now();
        values.forEach((name, value) -> {
            if (!Objects.equals(value, now.values.get(name))) {
                found.add("changed the " + name + " from " + value + " to " + now.values.get(name));
            }
        });
        now.threads.stream()
                .filter(thread -> !threads.contains(thread) && !ends(thread))
                .forEach(thread -> found.add("left " + thread));
        return found;
    }

    /** Those that are not Java's own. */
    private static Set<Thread> threads() {
        Set<Thread> all = new HashSet<>(Thread.getAllStackTraces().keySet());
        all.removeIf(thread -> thread.getThreadGroup() == null
                || thread.getThreadGroup().getParent() == null
                || thread.getThreadGroup().getName().equals("InnocuousThreadGroup"));
        return all;
    }

    private static boolean ends(Thread thread) {
        try {
            thread.join(PATIENCE.toMillis());
            return !thread.isAlive();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Object> hooks() {
        Object hooks = field("java.lang.ApplicationShutdownHooks", "hooks");
        return hooks instanceof Map<?, ?> map ? Set.copyOf(map.keySet()) : Set.of();
    }

    /** A static field. */
    private static @Nullable Object field(String type, String name) {
        try {
            Field field = Class.forName(type).getDeclaredField(name);
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
