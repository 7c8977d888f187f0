package dev.provisioning.notifications.benchmarks.page;

import java.lang.management.ManagementFactory;
import java.util.Optional;

/** The machine on which is measured. */
public final class Machine {
    private Machine() {}

    /** {@return what figures depend on, in words} */
    public static String description() {
        return Runtime.getRuntime().availableProcessors() + " cores, Java " + System.getProperty("java.version") + " ("
                + System.getProperty("java.vm.name") + "), " + System.getProperty("os.name") + " on "
                + System.getProperty("os.arch");
    }

    /** {@return a warning, if others keep this machine busy} */
    public static Optional<String> complaint() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        boolean busy = load > Runtime.getRuntime().availableProcessors() / 2.0;
        return busy
                ? Optional.of("This machine is busy (load average " + load + "): do not trust what comes out.")
                : Optional.empty();
    }
}
