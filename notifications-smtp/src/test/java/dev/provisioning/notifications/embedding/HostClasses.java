package dev.provisioning.notifications.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.embedding.host.Host;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The program that embeds the transport, apart from the tests that it was compiled with. */
final class HostClasses {
    static final String MAIN = Host.class.getName();
    static final String MODULE = "embedding.host";

    private static final String DESCRIPTOR = "module " + MODULE + " { requires " + RuntimePath.TRANSPORT + "; }";

    private HostClasses() {}

    /** Copies them to a directory, as far down as their package is deep. */
    static Path copyTo(Path directory) throws IOException {
        Path folder = Path.of(Host.class.getPackageName().replace('.', '/'));
        Path from = testClasses().resolve(folder);
        Path to = Files.createDirectories(directory.resolve(folder));
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return directory;
    }

    /** As a module. */
    static Path moduleIn(Path directory) throws IOException {
        copyTo(directory);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("--module-path", RuntimePath.joined(RuntimePath.toCompile()), "-d", directory.toString());
        boolean compiled = javac.getTask(messages, null, null, options, null, List.of(new Descriptor()))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
        return directory;
    }

    private static Path testClasses() {
        try {
            return Path.of(Host.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The source of the module descriptor. */
    private static final class Descriptor extends SimpleJavaFileObject {
        Descriptor() {
            super(URI.create("string:///module-info.java"), JavaFileObject.Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return DESCRIPTOR;
        }
    }
}
