package dev.provisioning.notifications.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Compiles with the very options of the build, so that an option with a typing error cannot go unnoticed. */
class NullAwayBitesTest {

    private static final String PACKAGE = "dev.provisioning.notifications.fixture";

    @TempDir
    private Path output;

    @Test
    void aNullWhereNoneMayBeIsAnError() throws IOException {
        List<Diagnostic<? extends JavaFileObject>> diagnostics = compile("String name() { return null; }");

        assertThat(diagnostics).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.getKind()).isEqualTo(Diagnostic.Kind.ERROR);
            assertThat(diagnostic.getMessage(Locale.ROOT))
                    .contains("[NullAway] returning @Nullable expression from method with @NonNull return type");
        });
    }

    @Test
    void aNullThatIsAnnouncedIsFine() throws IOException {
        assertThat(compile("@org.jspecify.annotations.Nullable String name() { return null; }"))
                .isEmpty();
    }

    @Test
    void noNullIsFine() throws IOException {
        assertThat(compile("String name() { return \"\"; }")).isEmpty();
    }

    /** What the profile nullness-of-generics adds. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_22)
    void aNullWithinAListIsAnError() throws IOException {
        List<Diagnostic<? extends JavaFileObject>> diagnostics = compile(
                "java.util.List<String> names(java.util.List<@org.jspecify.annotations.Nullable String> all) { return all; }");

        assertThat(diagnostics).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.getKind()).isEqualTo(Diagnostic.Kind.ERROR);
            assertThat(diagnostic.getMessage(Locale.ROOT)).contains("[NullAway] incompatible types");
        });
    }

    private List<Diagnostic<? extends JavaFileObject>> compile(String member) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            boolean compiled = javac.getTask(
                            new StringWriter(), files, diagnostics, options(), null, List.of(new Fixture(member)))
                    .call();
            assertThat(compiled).isEqualTo(diagnostics.getDiagnostics().isEmpty());
        }
        return diagnostics.getDiagnostics();
    }

    private List<String> options() {
        String classPath = property("java.class.path");
        return List.of(
                "-proc:none",
                "-XDcompilePolicy=simple",
                "--should-stop=ifError=FLOW",
                property("house.errorprone"),
                "-processorpath",
                classPath,
                "-classpath",
                classPath,
                "-d",
                output.toString());
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }

    /** A class in a package of ours, which nobody marked: the options alone must cover it. */
    private static final class Fixture extends SimpleJavaFileObject {

        private final String source;

        Fixture(String member) {
            super(URI.create("string:///" + PACKAGE.replace('.', '/') + "/Fixture.java"), Kind.SOURCE);
            source = "package " + PACKAGE + "; final class Fixture { " + member + " }";
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
