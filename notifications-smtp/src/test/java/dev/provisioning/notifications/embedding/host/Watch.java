package dev.provisioning.notifications.embedding.host;

import java.util.function.Consumer;

/**
 * Watches what a library does to the Java machine that it runs in. Replaces much of what is global, so that only a machine
 * of its own will do.
 */
final class Watch implements AutoCloseable {
    private final Consumer<String> report;
    private final PropertyReads reads;
    private final RandomUse random;
    private final GlobalState before;

    Watch(Consumer<String> report) {
        this.report = report;
        this.random = RandomUse.begin();
        this.before = GlobalState.now();
        this.reads = PropertyReads.begin();
    }

    /** Says whether TLS is what comes now, which needs random numbers. */
    void expectTls(boolean tls) {
        random.expectTls(tls);
    }

    /** Reports. */
    @Override
    public void close() {
        if (!reads.end()) {
            report.accept("changed system properties");
        }
        reads.byLibraries().forEach(read -> report.accept("read system property " + read));
        random.unexpected().forEach(use -> report.accept("used SecureRandom: " + use));
        before.differences().forEach(report);
    }
}
