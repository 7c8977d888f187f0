package dev.provisioning.notifications.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.embedding.host.Host;
import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever class loader the container has given to the thread, the transport neither uses nor changes nor keeps it. */
class ContextClassLoaderTest {
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final List<@Nullable ClassLoader> seen = new CopyOnWriteArrayList<>();
    private final List<String> kept = new CopyOnWriteArrayList<>();

    private final ScriptedSmtpServer server =
            ScriptedSmtpServer.tls().user("engine", "secret").start();

    @AfterEach
    void stop() {
        Thread.currentThread().setContextClassLoader(before);
        server.close();
    }

    @Test
    void deliversWithoutALoader() {
        assertUnaffected(null);
    }

    @Test
    void deliversWithTheLoaderOfThePlatform() {
        assertUnaffected(ClassLoader.getPlatformClassLoader());
    }

    @Test
    void deliversWithALoaderThatKnowsForeignCopiesOfEverything() throws IOException, ClassNotFoundException {
        try (URLClassLoader foreign =
                new URLClassLoader(RuntimePath.urls(RuntimePath.all()), ClassLoader.getPlatformClassLoader())) {
            assertThat(foreign.loadClass(SmtpTransport.class.getName())).isNotEqualTo(SmtpTransport.class);

            assertUnaffected(foreign);
        }
    }

    @Test
    void asksTheLoaderForNothing() {
        Watched watched = new Watched();

        assertUnaffected(watched);

        assertThat(watched.asked).isEmpty();
    }

    @Test
    void itsThreadsInheritNothingFromACallerWhomTheyMayOutlive() {
        Heirloom heirloom = new Heirloom();
        heirloom.set("large");
        try {
            assertUnaffected(null);
        } finally {
            heirloom.remove();
        }
        assertThat(heirloom.heirs).isEmpty();
    }

    /** Builds, delivers twice, closes, and notes the loader at each chance. */
    private void assertUnaffected(@Nullable ClassLoader loader) {
        Thread.currentThread().setContextClassLoader(loader);
        try (SmtpTransport transport = SmtpTransport.builder()
                .url("smtps://localhost:" + server.port())
                .sslContext(ScriptedSmtpServer.clientTrust())
                .credentials("engine", this::password)
                .from("provisioning@engine.example")
                .build()) {
            note();
            assertAccepted(transport.deliver(Host.mail(), this::note));
            note();
            assertAccepted(transport.deliver(Host.mail(), this::note));
            note();
        }
        note();
        assertThat(seen).hasSizeGreaterThanOrEqualTo(7).containsOnly(loader);
        assertThat(kept).isEmpty();
    }

    private static void assertAccepted(DeliveryResult result) {
        assertThat(result).isInstanceOf(DeliveryResult.Accepted.class);
    }

    private String password() {
        note();
        return "secret";
    }

    private void note() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        seen.add(loader);
        if (loader != null && !loader.equals(ClassLoader.getPlatformClassLoader())) {
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> loader.equals(thread.getContextClassLoader()))
                    .filter(thread -> !thread.equals(Thread.currentThread()))
                    .forEach(thread -> kept.add(thread.getName()));
        }
    }

    /** Notes when a thread inherits it. */
    private static final class Heirloom extends InheritableThreadLocal<String> {
        private final List<String> heirs = new CopyOnWriteArrayList<>();

        @Override
        protected String childValue(String value) {
            heirs.add("of " + Thread.currentThread().getName());
            return value;
        }
    }

    /** Knows nothing, and notes what it was asked for by others than Java itself. */
    private static final class Watched extends ClassLoader {
        private final List<String> asked = new CopyOnWriteArrayList<>();

        Watched() {
            super(null);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            note(name);
            return super.loadClass(name, resolve);
        }

        @Override
        public @Nullable URL getResource(String name) {
            note(name);
            return super.getResource(name);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            note(name);
            return super.getResources(name);
        }

        private void note(String name) {
            if (!name.startsWith("java")) {
                asked.add(Objects.requireNonNull(name));
            }
        }
    }
}
