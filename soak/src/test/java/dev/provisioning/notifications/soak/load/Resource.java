package dev.provisioning.notifications.soak.load;

/** What a process can forget to give back, and how much more of it may be in use at the end than at the beginning. */
enum Resource {
    /** Of Java; four of them send mails, and may be there or not. */
    THREADS("threads", 4, 0),
    /** Of the operating system, sockets among them. */
    DESCRIPTORS("descriptors", 5, 0),
    /** To the database and to the mail server. */
    SOCKETS("sockets", 5, 0),
    /** To the database, as the pool counts them: at most four. */
    POOL("pool", 3, 0),
    /** Lent by the pool: what is forgotten stays lent. */
    POOL_ACTIVE("pool-active", 1, 0),
    /** To the database, as that counts them. */
    CONNECTIONS("connections", 3, 0),
    /** Bytes of objects that are still reachable after a collection. */
    HEAP("heap", 1_000_000, 10),
    /** Bytes of classes and compiled code. */
    NON_HEAP("non-heap", 2_000_000, 5),
    /** Bytes of buffers beyond the heap. */
    DIRECT("direct", 100_000, 0);

    private final String word;
    private final double absolute;
    private final double percent;

    Resource(String word, double absolute, double percent) {
        this.word = word;
        this.absolute = absolute;
        this.percent = percent;
    }

    /** As samples call it. */
    String word() {
        return word;
    }

    /** How much more there may be than at first. */
    double tolerance(double first) {
        return Math.max(absolute, first * percent / 100);
    }
}
