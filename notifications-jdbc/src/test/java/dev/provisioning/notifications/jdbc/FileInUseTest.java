package dev.provisioning.notifications.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.StoreException;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A store in a file that is open already")
class FileInUseTest {
    private static final String ME = "process " + ProcessHandle.current().pid();

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void setUp() {
        file = directory.resolve("store.db");
    }

    @Test
    @DisplayName("is not opened a second time by the same process, as often as it is tried, until it is closed")
    void isNotOpenedTwice() {
        try (JdbcNotificationStore first = JdbcNotificationStore.file(file)) {
            assertInUse(file, ME);
            assertInUse(directory.resolve(".").resolve("store.db"), ME);
            assertInUse(file, ME);
            assertThat(first.read(Samples.APP)).isEqualTo(Ledger.empty(Samples.APP));
        }
        JdbcNotificationStore.file(file).close();
    }

    @Test
    @DisplayName("is not opened by another process, not even after this one has tried a second time")
    void isNotOpenedByAnotherProcess() {
        try (JdbcNotificationStore first = JdbcNotificationStore.file(file)) {
            assertChildIsRefused();
            assertInUse(file, ME);
            assertChildIsRefused();
            assertThat(first.read(Samples.APP)).isEqualTo(Ledger.empty(Samples.APP));
        }
        try (ChildStore child = ChildStore.start(file, "0")) {
            assertThat(child.says()).isEqualTo("open");
        }
    }

    @Test
    @DisplayName("is not opened by another class loader of the same process, and stays this one's")
    void isNotOpenedByAnotherClassLoader() throws ReflectiveOperationException, IOException {
        try (JdbcNotificationStore first = JdbcNotificationStore.file(file);
                URLClassLoader other = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Method open = other.loadClass(JdbcNotificationStore.class.getName()).getMethod("file", Path.class);

            assertThatThrownBy(() -> open.invoke(null, file))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining(ME);
            assertChildIsRefused();
            assertThat(first.read(Samples.APP)).isEqualTo(Ledger.empty(Samples.APP));
        }
    }

    @Test
    @DisplayName("opens once the process that had it is killed")
    void opensOnceTheOtherProcessIsKilled() {
        try (ChildStore child = ChildStore.start(file, "1")) {
            assertThat(child.says()).isEqualTo("open");
            assertInUse(file, "process " + child.pid());
        }
        try (JdbcNotificationStore next = JdbcNotificationStore.file(file)) {
            assertThat(next.read(Samples.APP).revision()).isEqualTo(1);
        }
    }

    private void assertChildIsRefused() {
        try (ChildStore child = ChildStore.start(file, "0")) {
            assertThat(child.says()).contains(file.toString(), "in use", ME);
        }
    }

    private static void assertInUse(Path path, String owner) {
        assertThatThrownBy(() -> JdbcNotificationStore.file(path))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(path.normalize().toString())
                .hasMessageContaining("in use, by " + owner);
    }

    private static URL[] classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(FileInUseTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String element) {
        try {
            return Path.of(element).toUri().toURL();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
