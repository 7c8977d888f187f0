package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.Stage;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation has failed: how far it had come, and what that means. Does not leave this package. */
final class SmtpFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient DeliveryFault fault;
    private final ReplyClassifier.Meaning meaning;

    private SmtpFailure(DeliveryFault fault, ReplyClassifier.Meaning meaning, @Nullable Throwable cause) {
        super(fault.toString(), cause);
        this.fault = fault;
        this.meaning = meaning;
    }

    /** The server has said no. */
    static SmtpFailure answered(Stage stage, Reply reply) {
        return new SmtpFailure(
                faultOf(stage, reply), ReplyClassifier.meaning(stage, Problem.ANSWERED, reply.code()), null);
    }

    /** Something else went wrong. */
    static SmtpFailure of(Stage stage, Problem problem, String text, @Nullable Throwable cause) {
        return new SmtpFailure(
                DeliveryFault.at(stage, Reply.safe(text)), ReplyClassifier.meaning(stage, problem, 0), cause);
    }

    /** There is nothing to sign in with. */
    static SmtpFailure beforeSigningIn(Problem problem, String text) {
        return of(Stage.AUTH, problem, text, null);
    }

    /** A refusal in words that help an administrator. */
    static DeliveryFault faultOf(Stage stage, Reply reply) {
        String enhanced = reply.enhancedCode();
        String text = "5.7.133".equals(enhanced)
                ? Reply.safe("the group refuses outside senders: " + reply.text())
                : reply.text();
        return new DeliveryFault(stage, reply.code(), enhanced, text);
    }

    /** What the innermost cause of an exception says: what wraps it is about the program, and not about the fault. */
    static String reason(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    /** The same, where the final dot has certainly not left: so that there is no doubt. */
    SmtpFailure beforeTheDot() {
        return of(Stage.CONTENT, Problem.SILENT, fault.text(), getCause());
    }

    /** How far the conversation had come, and why it failed. */
    DeliveryFault fault() {
        return fault;
    }

    /**
     * Whether this is how a connection fails that was kept for too long: the server has gone, or says that it is about to,
     * before there was anything to lose.
     */
    boolean isOfAStaleConnection() {
        return fault.stage().compareTo(Stage.CONTENT) < 0 && (fault.code() == 0 || fault.code() == 421);
    }

    /**
     * What became of the delivery.
     *
     * @param refusals the recipients that were refused before
     */
    DeliveryResult result(List<RecipientOutcome> refusals) {
        return switch (meaning) {
            case RETRY -> new DeliveryResult.Retry(fault, null);
            case PERMANENT -> new DeliveryResult.Rejected(fault, refusals);
            case CONFIGURATION -> new DeliveryResult.Misconfigured(fault);
            case IN_DOUBT -> new DeliveryResult.InDoubt(fault);
            case ACCEPTED -> throw new IllegalStateException("a failure after acceptance is none", this);
        };
    }
}
