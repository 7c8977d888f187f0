package dev.provisioning.notifications.benchmarks.scale.report;

import dev.provisioning.notifications.benchmarks.scale.mails.Profile;
import dev.provisioning.notifications.benchmarks.scale.mails.Sending;
import java.util.HashMap;
import java.util.Map;

/**
 * Of whose code the processor time was, of all that the Java threads have used: the compiler comes to rest, and the recorder is
 * there for this only.
 *
 * @param packages by package, and by what is no Java code
 * @param methods by method of Java code
 */
record Shares(Map<String, Double> packages, Map<String, Double> methods) {
    /** A sample stands for so much time. */
    private static final double SAMPLE_NANOS = 10e6;

    /**
     * Samples tell of Java code alone, and on a busy machine also of code that waits for a processor; so they share what
     * the Java threads have used at most. What is left of that was used in native code, or while the recorder was kept from
     * looking.
     */
    static Shares of(Sending sending, Profile profile) {
        double java = Math.min((double) sending.userNanos(), profile.samples() * SAMPLE_NANOS);
        double all = sending.userNanos() + sending.systemNanos();
        double each = profile.samples() == 0 ? 0 : java / profile.samples() / all;
        Map<String, Double> packages = scaled(profile.packages(), each);
        packages.put("*native code of SQLite and the JDK, and what no sample saw*", (sending.userNanos() - java) / all);
        packages.put("*operating system: sockets, disk, threads*", sending.systemNanos() / all);
        return new Shares(packages, scaled(profile.methods(), each));
    }

    private static Map<String, Double> scaled(Map<String, Long> samples, double each) {
        Map<String, Double> shares = new HashMap<>();
        samples.forEach((name, count) -> shares.put(name.startsWith("no ") ? name : "`" + name + "`", count * each));
        return shares;
    }
}
