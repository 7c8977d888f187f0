package dev.provisioning.notifications.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** As containers do when they undeploy a program. */
class ThrowAwayLoaderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

    @Test
    void nothingHoldsTheLoaderOfAClosedTransport() throws Exception {
        WeakReference<ClassLoader> loader;
        try (ScriptedSmtpServer server = ScriptedSmtpServer.tls().start()) {
            loader = deliverAndForget(fatJar(), "smtps://localhost:" + server.port());
            assertThat(server.mails()).hasSize(1);
        }
        assertCollected(loader);
    }

    /**
     * The library is one for all programs, as in a directory of shared jars. Up to Java 23, threads and TLS connections hold
     * the classes of whoever has made them, for a security manager that is hardly ever there.
     */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_24)
    void aTransportThatLivesOnDoesNotHoldTheLoaderOfWhoeverHasUsedIt() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.tls().start();
                SmtpTransport shared = SmtpTransport.builder()
                        .url("smtps://localhost:" + server.port())
                        .sslContext(ScriptedSmtpServer.clientTrust())
                        .from("provisioning@engine.example")
                        .build()) {
            WeakReference<ClassLoader> loader = deliverAndForget(shared);

            assertCollected(loader);
            assertThat(server.mails()).hasSize(1);
        }
    }

    private WeakReference<ClassLoader> deliverAndForget(SmtpTransport shared) throws Exception {
        Path host = HostClasses.copyTo(Files.createDirectory(directory.resolve("host")));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(RuntimePath.urls(List.of(host)), new AllButTheHost())) {
            thread.setContextClassLoader(loader);
            Object result = loader.loadClass(HostClasses.MAIN)
                    .getMethod("deliver", SmtpTransport.class)
                    .invoke(null, shared);
            assertThat(result).isEqualTo("Accepted");
            return new WeakReference<>(loader, collected);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Path fatJar() throws IOException {
        List<Path> parts = new ArrayList<>(RuntimePath.withoutLogging());
        parts.add(HostClasses.copyTo(Files.createDirectory(directory.resolve("host"))));
        return FatJar.write(directory.resolve("fat.jar"), FatJar.Services.MERGED, parts);
    }

    private WeakReference<ClassLoader> deliverAndForget(Path jar, String url) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(RuntimePath.urls(List.of(jar)), new OnlyLogging())) {
            Object result = loader.loadClass(HostClasses.MAIN)
                    .getMethod("deliver", String.class, SSLContext.class)
                    .invoke(null, url, ScriptedSmtpServer.clientTrust());
            assertThat(result).isEqualTo("Accepted");
            return new WeakReference<>(loader, collected);
        }
    }

    private void assertCollected(WeakReference<ClassLoader> loader) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Reference<?> gone = null;
        while (gone == null && System.nanoTime() < deadline) {
            System.gc();
            gone = collected.remove(100);
        }
        assertThat(gone).isSameAs(loader);
    }

    /** All that programs share: everything but themselves. */
    private static final class AllButTheHost extends ClassLoader {
        AllButTheHost() {
            super(ThrowAwayLoaderTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(HostClasses.MAIN)) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    /** The part of its host that a library shares: Java, and the logging API. */
    private static final class OnlyLogging extends ClassLoader {
        OnlyLogging() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.slf4j.")) {
                return LoggerFactory.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
