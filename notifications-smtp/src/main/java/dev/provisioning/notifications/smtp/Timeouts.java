package dev.provisioning.notifications.smtp;

import java.time.Duration;

/**
 * How long a server may take (RFC 5321 section 4.5.3.2).
 *
 * @param lookup for the name of the server to be looked up
 * @param connect for each address of its name to accept a connection
 * @param command for each answer, for the TLS handshake, and for taking in each block of the content
 * @param endOfData for the answer to the final dot: too short a time makes duplicates
 * @param delivery for everything together, the wait for the answer to the final dot included
 */
record Timeouts(Duration lookup, Duration connect, Duration command, Duration endOfData, Duration delivery) {
    static final Timeouts DEFAULT = new Timeouts(
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15));

    void check(Faults faults) {
        faults.requireTime(lookup, "smtp.lookupTimeout");
        faults.requireTime(connect, "smtp.connectTimeout");
        faults.requireTime(command, "smtp.commandTimeout");
        faults.requireTime(endOfData, "smtp.endOfDataTimeout");
        faults.requireTime(delivery, "smtp.deliveryTimeout");
        faults.require(
                delivery.compareTo(endOfData) > 0,
                "smtp.deliveryTimeout is not longer than smtp.endOfDataTimeout, which is part of it: " + delivery);
    }

    /** How long everything before the final dot may take, so that the answer to it can be waited for in full. */
    Duration beforeHandover() {
        return delivery.minus(endOfData);
    }
}
