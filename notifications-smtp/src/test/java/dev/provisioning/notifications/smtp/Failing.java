package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.testkit.SmtpRule;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** In which way something fails: the columns of the table of failures. */
enum Failing {
    TIMEOUT("time-out"),
    CLOSE("close"),
    RESET("reset"),
    DRIP("drip"),
    LONG_LINE("long line"),
    LONG_REPLY("long reply"),
    GARBAGE("garbage"),
    LATER("4yz"),
    NEVER("5yz"),
    CLOSING("421");

    /** What a server says that has no discretion. */
    private static final String WORDS = " <" + Trial.RECIPIENT + "> from " + Trial.SENDER + ": ";

    /** The start of a TLS record that takes a long time to arrive. */
    private static final String LONG_RECORD = "\26\3\3\100\0";

    private static final Duration DRIP_PAUSE = Duration.ofMillis(20);

    final String title;

    Failing(String title) {
        this.title = title;
    }

    static Failing titled(String title) {
        return List.of(values()).stream()
                .filter(failing -> failing.title.equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** Whether only the client can end it, when its time is over. */
    boolean isSlow() {
        return this == TIMEOUT || this == DRIP;
    }

    /** What the server answers; empty if that is no answer. */
    String reply(Moment moment) {
        return switch (this) {
            case LATER -> moment.later + WORDS + "come again later";
            case NEVER -> moment.never + WORDS + "go away";
            case CLOSING -> "421 4.3.2" + WORDS + "shutting down";
            default -> "";
        };
    }

    void script(SmtpRule rule, Moment moment) {
        switch (this) {
            case TIMEOUT -> silence(rule, moment);
            case CLOSE -> rule.drop();
            case RESET -> rule.reset();
            case DRIP -> drip(rule, moment);
            case LONG_LINE -> rule.longLine(moment.yes + " ", 100_000);
            case LONG_REPLY -> rule.manyLines(moment.yes + "-and so on", 10_000);
            case GARBAGE -> rule.garbage(garbage());
            case LATER, NEVER, CLOSING -> rule.reply(reply(moment));
        }
    }

    private static void silence(SmtpRule rule, Moment moment) {
        if (moment == Moment.BODY) {
            rule.block();
        } else {
            rule.stall();
        }
    }

    private static void drip(SmtpRule rule, Moment moment) {
        String start = moment == Moment.HANDSHAKE ? LONG_RECORD : moment.yes + " ";
        rule.drip(start + "x".repeat(3_000), DRIP_PAUSE);
    }

    /** No code, no letters, but ends of lines. */
    private static byte[] garbage() {
        byte[] bytes = new byte[400];
        new Random(7).nextBytes(bytes);
        bytes[0] = (byte) 0xff;
        bytes[100] = '\n';
        bytes[399] = '\n';
        return bytes;
    }
}
