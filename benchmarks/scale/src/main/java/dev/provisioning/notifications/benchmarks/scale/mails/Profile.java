package dev.provisioning.notifications.benchmarks.scale.mails;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where Java code spends its time, as samples of the stacks tell: each belongs to the top-most frame of ours.
 *
 * @param packages samples by package, its first words left out
 * @param methods samples by method
 * @param samples how many there are
 */
public record Profile(Map<String, Long> packages, Map<String, Long> methods, long samples) {
    /** What is recorded: which Java code runs. */
    static final String SAMPLE = "jdk.ExecutionSample";

    private static final String OURS = "dev.provisioning.notifications.";
    private static final String NOBODY = "no code of ours";

    static Profile read(Path file) throws IOException {
        Map<String, Long> packages = new HashMap<>();
        Map<String, Long> methods = new HashMap<>();
        long samples = 0;
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().equals(SAMPLE)) {
                Optional<RecordedFrame> frame = topMost(event);
                packages.merge(frame.map(Profile::packageOf).orElse(NOBODY), 1L, Long::sum);
                methods.merge(frame.map(Profile::methodOf).orElse(NOBODY), 1L, Long::sum);
                samples++;
            }
        }
        return new Profile(packages, methods, samples);
    }

    private static Optional<RecordedFrame> topMost(RecordedEvent event) {
        List<RecordedFrame> frames = event.getStackTrace() == null
                ? List.of()
                : event.getStackTrace().getFrames();
        return frames.stream()
                .filter(frame -> frame.isJavaFrame() && typeOf(frame).startsWith(OURS))
                .findFirst();
    }

    private static String packageOf(RecordedFrame frame) {
        String type = typeOf(frame);
        String name = type.substring(0, type.lastIndexOf('.') + 1).substring(OURS.length());
        return name.isEmpty() ? "api" : name.substring(0, name.length() - 1);
    }

    private static String methodOf(RecordedFrame frame) {
        String type = typeOf(frame);
        return type.substring(type.lastIndexOf('.') + 1) + "."
                + frame.getMethod().getName();
    }

    /** That of a lambda has a name of its own behind that of the class that it stands in. */
    private static String typeOf(RecordedFrame frame) {
        String name = frame.getMethod().getType().getName();
        int lambda = name.indexOf("$$");
        return lambda < 0 ? name : name.substring(0, lambda);
    }
}
