package dev.provisioning.notifications.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs in which nothing is but the transport and what it requires. */
class SeparateJvmTest {
    private final ScriptedSmtpServer plain = ScriptedSmtpServer.plain().start();
    private final ScriptedSmtpServer tls = ScriptedSmtpServer.tls().start();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        plain.close();
        tls.close();
    }

    /** And global state is left alone, no system property read, and no random number used but for TLS. */
    @Test
    void aFatJarThatHasLostItsServicesDeliversAndLeavesTheJavaMachineAsItWas()
            throws IOException, InterruptedException {
        List<Path> parts = new ArrayList<>(RuntimePath.all());
        parts.add(HostClasses.copyTo(folder("host")));
        Path jar = FatJar.write(directory.resolve("fat.jar"), FatJar.Services.LOST, parts);

        List<String> report = deliver(
                List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED", "-cp", jar.toString(), HostClasses.MAIN));

        assertThat(report).containsExactly("Accepted", "Accepted");
    }

    @Test
    void aProgramOnTheModulePathDeliversAndSeesOnlyWhatItsModuleRequires() throws IOException, InterruptedException {
        List<Path> modules = new ArrayList<>(RuntimePath.all());
        modules.add(HostClasses.moduleIn(folder("host")));

        List<String> how = new ArrayList<>(List.of("--add-opens", "java.base/java.lang=" + HostClasses.MODULE));
        how.addAll(openingTo(HostClasses.MODULE, "jakarta.mail", "jakarta.activation"));
        how.addAll(List.of("--module-path", RuntimePath.joined(modules)));
        how.addAll(List.of("--module", HostClasses.MODULE + "/" + HostClasses.MAIN));
        List<String> report = deliver(how);

        assertThat(report).containsExactly("Accepted", "Accepted");
    }

    /** So that the host sees what libraries that the transport happens to require have set; of others, Java would warn. */
    private static List<String> openingTo(String host, String... libraries) {
        return Stream.of(libraries)
                .filter(RuntimePath.names()::contains)
                .flatMap(library -> Stream.of("--add-opens", library + "/" + library + "=" + host))
                .toList();
    }

    private List<String> deliver(List<String> how) throws IOException, InterruptedException {
        List<String> report = new ChildJvm(directory)
                .deliver(
                        how,
                        "smtp://localhost:" + plain.port() + "?plaintext=allowed",
                        "smtps://localhost:" + tls.port());
        assertThat(plain.mails()).hasSize(1);
        assertThat(tls.mails()).hasSize(1);
        return report;
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectory(directory.resolve(name));
    }
}
