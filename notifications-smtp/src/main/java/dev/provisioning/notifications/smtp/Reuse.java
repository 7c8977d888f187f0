package dev.provisioning.notifications.smtp;

import java.time.Duration;

/**
 * For how long connections are kept.
 *
 * @param kept how many may wait for their next mail; 0 to open one for each mail
 * @param idle how long one may wait
 * @param age how long one may last in all
 * @param mails how many mails go over one
 */
record Reuse(int kept, Duration idle, Duration age, int mails) {
    static final Reuse DEFAULT = new Reuse(4, Duration.ofSeconds(30), Duration.ofMinutes(10), 100);

    /** After so long without a word one asks first whether the server is still there. */
    static final Duration DOUBTFUL = Duration.ofSeconds(5);

    /** How long one waits for the answer to that. */
    static final Duration ANSWER = Duration.ofSeconds(10);

    private static final int MOST_KEPT = 1000;
    private static final int MOST_MAILS = 100_000;

    void check(Faults faults) {
        faults.require(kept >= 0 && kept <= MOST_KEPT, "smtp.keptConnections is not from 0 to 1000: " + kept);
        faults.require(mails >= 1 && mails <= MOST_MAILS, "smtp.mailsPerConnection is not from 1 to 100000: " + mails);
        faults.requireTime(idle, "smtp.idleLimit");
        faults.requireTime(age, "smtp.ageLimit");
    }
}
