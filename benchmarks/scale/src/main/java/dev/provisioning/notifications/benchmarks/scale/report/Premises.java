package dev.provisioning.notifications.benchmarks.scale.report;

/** What a plan takes for granted, and no measurement tells. */
final class Premises {
    /** How many applications there are. */
    static final double APPLICATIONS = 100e6;

    /** The part of all applications that has an issue on a good day. */
    static final double FEW = 0.01;

    /** The part of all applications that has an issue on a bad day. */
    static final double MANY = 0.1;

    /** How many mails a second a notifier sends by default. */
    static final int DEFAULT_RATE = 10;

    /** What a node gives the notifier of its heap, in GiB. */
    static final int HEAP = 1;

    /** What a node has of disk, in GiB. */
    static final int DISK = 100;

    /** The bytes of a GiB. */
    static final double GIBIBYTE = 1 << 30;

    private Premises() {}
}
