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
    static SmtpFailure answered(Stage stage, Reply reply, @Nullable Throwable cause) {
        return new SmtpFailure(
                faultOf(stage, reply), ReplyClassifier.meaning(stage, Problem.ANSWERED, reply.code()), cause);
    }

    /** Something else went wrong. */
    static SmtpFailure of(Stage stage, Problem problem, String text, @Nullable Throwable cause) {
        return new SmtpFailure(
                DeliveryFault.at(stage, Reply.safe(text)), ReplyClassifier.meaning(stage, problem, 0), cause);
    }

    /** A refusal in words that help an administrator. */
    static DeliveryFault faultOf(Stage stage, Reply reply) {
        String text = "5.7.133".equals(reply.enhancedCode())
                ? Reply.safe("the group refuses outside senders: " + reply.text())
                : reply.text();
        return new DeliveryFault(stage, reply.code(), reply.enhancedCode(), text);
    }

    /** What the innermost cause of an exception says: what wraps it is about the program, and not about the fault. */
    static String reason(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
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
