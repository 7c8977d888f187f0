package dev.provisioning.notifications.smtp;

/** What the replies of a SOCKS proxy mean (RFC 1928 section 6). */
final class SocksReply {
    private static final int NOT_ALLOWED = 2;
    private static final int UNKNOWN_COMMAND = 7;
    private static final int UNKNOWN_ADDRESS = 8;

    private SocksReply() {}

    static String words(int reply) {
        return switch (reply) {
            case 1 -> "general failure (1)";
            case NOT_ALLOWED -> "not allowed by its rules (2)";
            case 3 -> "network unreachable (3)";
            case 4 -> "host unreachable (4)";
            case 5 -> "connection refused (5)";
            case 6 -> "time to live expired (6)";
            case UNKNOWN_COMMAND -> "it does not know how to connect (7)";
            case UNKNOWN_ADDRESS -> "it does not know this kind of address (8)";
            default -> "for a reason that no standard knows (" + reply + ")";
        };
    }

    /** Whether an administrator must act. */
    static boolean isLasting(int reply) {
        return reply == NOT_ALLOWED || reply == UNKNOWN_COMMAND || reply == UNKNOWN_ADDRESS;
    }
}
