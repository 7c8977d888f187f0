package dev.provisioning.notifications.protections.trial;

import dev.provisioning.notifications.protections.catalogue.Mutation;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The classes of one source without its protection, to be put before all others on a class path. Nothing else is compiled: so a
 * constant that other classes have copied cannot be changed by this, and the mutation would be seen to survive.
 */
final class Mutant {
    private Mutant() {}

    /** Compiles a mutation, plainly: no checker looks at it. */
    static void compile(Mutation mutation, String classPath, Path into) throws IOException {
        Files.createDirectories(into);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-proc:none", "-nowarn", "-g", "-implicit:none", "-cp", classPath, "-d", into.toString());
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, Locale.ROOT, null)) {
            List<JavaFileObject> sources = List.of(new Source(mutation));
            if (!javac.getTask(complaints, files, null, options, null, sources).call()) {
                throw new IllegalStateException("what is left does not compile:\n" + complaints);
            }
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(Mutation mutation) {
            super(URI.create(mutation.module().source(mutation.type()).toUri().toString()), Kind.SOURCE);
            text = mutation.source();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
