package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Stage;

/**
 * What a failure means for the mail: the table of which everything else is a consequence, as a pure function.
 *
 * <p>What counts is how far the conversation had come. Only at {@link Stage#HANDOVER} can silence mean that the mail was
 * accepted (RFC 1047); before it, silence means that it was not. Codes are read by their first digit (RFC 5321 section
 * 4.3.2), except where an administrator of this side must act, and except 421: the server is closing, come again. A 552
 * for a recipient means too many recipients or a full mailbox, which passes (RFC 5321 section 4.5.3.1.10).
 */
final class ReplyClassifier {
    private ReplyClassifier() {}

    /** What a failure means. */
    enum Meaning {
        /** Certainly not accepted; may be later. */
        RETRY,
        /** Certainly not accepted; this mail, or this recipient, never will be. */
        PERMANENT,
        /** Certainly not accepted; an administrator of this side must act. */
        CONFIGURATION,
        /** Perhaps accepted. */
        IN_DOUBT,
        /** Accepted before. */
        ACCEPTED
    }

    /**
     * Tells what a failure means.
     *
     * @param stage how far the conversation had come
     * @param problem in which way it failed
     * @param code the reply code, if the problem is that one came; else any number
     * @return the meaning
     */
    static Meaning meaning(Stage stage, Problem problem, int code) {
        if (stage == Stage.CLOSE) {
            return Meaning.ACCEPTED;
        }
        return switch (problem) {
            case SILENT -> stage == Stage.HANDOVER ? Meaning.IN_DOUBT : Meaning.RETRY;
            case UNFIT -> Meaning.CONFIGURATION;
            case ANSWERED -> ofCode(stage, code);
        };
    }

    private static Meaning ofCode(Stage stage, int code) {
        if (code >= 400 && code <= 499) {
            return Meaning.RETRY;
        }
        if (code < 500 || code > 599) {
            return meaning(stage, Problem.SILENT, code);
        }
        return switch (stage) {
            case CONNECT, TLS, GREETING, AUTH -> Meaning.CONFIGURATION;
            case SENDER -> code == 530 ? Meaning.CONFIGURATION : Meaning.PERMANENT;
            case RECIPIENT -> ofRecipient(code);
            default -> Meaning.PERMANENT;
        };
    }

    private static Meaning ofRecipient(int code) {
        return switch (code) {
            case 530 -> Meaning.CONFIGURATION;
            case 552 -> Meaning.RETRY;
            default -> Meaning.PERMANENT;
        };
    }
}
