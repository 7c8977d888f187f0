package dev.provisioning.notifications.protections.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** What runs in a Java of its own: runs tests one after the other, and writes down what it has seen. */
public final class Witness {
    private Witness() {}

    /**
     * Runs tests.
     *
     * @param args the file to write to, and then the tests, each as {@code package.Type.Nested#method}
     * @throws IOException if that file cannot be written
     */
    public static void main(String[] args) throws IOException {
        Launcher launcher = LauncherFactory.create();
        List<String> lines = new ArrayList<>();
        for (String test : Arrays.asList(args).subList(1, args.length)) {
            lines.add(Testimony.of(test, run(launcher, test)).toLine());
        }
        Files.write(Path.of(args[0]), lines);
    }

    private static TestExecutionSummary run(Launcher launcher, String test) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        TestMethod method = TestMethod.of(test, Witness.class.getClassLoader());
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(method.selector())
                        .build(),
                listener);
        return listener.getSummary();
    }
}
