package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When something fails: the rows of the table of failures. */
enum Moment {
    CONNECT("connect", null, Stage.CONNECT, "", "", ""),
    GREETING("greeting", SmtpStep.CONNECT, Stage.GREETING, "220", "450 4.7.1", "554 5.7.1"),
    EHLO("EHLO", SmtpStep.EHLO, Stage.GREETING, "250", "450 4.7.1", "554 5.7.1"),
    STARTTLS("STARTTLS", SmtpStep.STARTTLS, Stage.TLS, "220", "454 4.7.0", "501 5.5.4"),
    HANDSHAKE("TLS handshake", SmtpStep.HANDSHAKE, Stage.TLS, "", "", ""),
    SECOND_EHLO("EHLO within TLS", SmtpStep.EHLO, Stage.GREETING, "250", "450 4.7.1", "554 5.7.1"),
    AUTH("AUTH", SmtpStep.AUTH, Stage.AUTH, "235", "454 4.7.0", "535 5.7.8"),
    MAIL("MAIL", SmtpStep.MAIL, Stage.SENDER, "250", "451 4.3.0", "550 5.7.1"),
    RCPT("RCPT", SmtpStep.RCPT, Stage.RECIPIENT, "250", "450 4.2.1", "550 5.1.1"),
    DATA("DATA", SmtpStep.DATA, Stage.DATA, "354", "451 4.3.0", "554 5.5.1"),
    BODY("content", SmtpStep.BODY, Stage.CONTENT, "", "", ""),
    FINAL_DOT("after the final dot", SmtpStep.END_OF_DATA, Stage.HANDOVER, "250", "452 4.3.1", "550 5.7.1"),
    QUIT("QUIT", SmtpStep.QUIT, Stage.CLOSE, "221", "450 4.3.0", "550 5.5.1");

    final String title;

    /** Null where no server comes into it. */
    final @Nullable SmtpStep step;

    final Stage stage;

    /** The codes of a reply that says yes, not now, and no. */
    final String yes;

    final String later;
    final String never;

    Moment(String title, @Nullable SmtpStep step, Stage stage, String yes, String later, String never) {
        this.title = title;
        this.step = step;
        this.stage = stage;
        this.yes = yes;
        this.later = later;
        this.never = never;
    }

    static Moment titled(String title) {
        return List.of(values()).stream()
                .filter(moment -> moment.title.equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** The channels over which there is such a moment. */
    List<Channel> channels() {
        return switch (this) {
            case STARTTLS, SECOND_EHLO -> List.of(Channel.STARTTLS);
            case HANDSHAKE, AUTH -> List.of(Channel.STARTTLS, Channel.TLS);
            case MAIL, RCPT, DATA, BODY, FINAL_DOT -> List.of(Channel.values());
            default -> List.of(Channel.PLAIN, Channel.STARTTLS, Channel.TLS);
        };
    }

    /** Whether the client has said nothing yet: a reset may then hit the connection while it is made. */
    boolean isBeforeAnyWord(Channel channel) {
        return this == GREETING && (channel == Channel.PLAIN || channel == Channel.STARTTLS);
    }

    /** How long a server may be silent (RFC 5321 section 4.5.3.2). */
    Duration bound() {
        return switch (this) {
            case CONNECT -> Duration.ofSeconds(15);
            case FINAL_DOT -> Duration.ofMinutes(10);
            default -> Duration.ofMinutes(5);
        };
    }

    /** Whether the mail is handed over by then. */
    boolean isAfterThePoint() {
        return compareTo(FINAL_DOT) >= 0;
    }
}
