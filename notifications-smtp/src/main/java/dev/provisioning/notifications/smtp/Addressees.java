package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.RecipientOutcome.Status;
import dev.provisioning.notifications.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** To whom a mail goes, and what becomes of it for each of them. For one thread. */
final class Addressees {
    private final List<Recipient> recipients;
    private final List<@Nullable Mailbox> mailboxes = new ArrayList<>();
    private List<RecipientOutcome> outcomes = List.of();
    private boolean utf8;

    Addressees(List<Recipient> recipients) {
        this.recipients = recipients;
        for (Recipient recipient : recipients) {
            mailboxes.add(recipient.kind().equals(Recipient.MAIL) ? Mailbox.of(recipient) : null);
        }
    }

    boolean anyHasMail() {
        return mailboxes.stream().anyMatch(mailbox -> mailbox != null);
    }

    /**
     * Tells who can be named to a server.
     *
     * @param offersUtf8 whether it takes addresses outside ASCII (RFC 6531)
     */
    List<Mailbox> reachable(boolean offersUtf8) {
        utf8 = offersUtf8;
        List<Mailbox> reachable = new ArrayList<>();
        for (Mailbox mailbox : mailboxes) {
            if (isReachable(mailbox)) {
                reachable.add(mailbox);
            }
        }
        return reachable;
    }

    /** The command that names the sender of a mail to these. */
    static String mail(Sender sender, List<Mailbox> to, String parameters) {
        boolean ascii = to.stream().allMatch(Mailbox::isAscii);
        return "MAIL FROM:<" + sender.envelope() + ">" + parameters + (ascii ? "" : " SMTPUTF8");
    }

    private boolean isReachable(@Nullable Mailbox mailbox) {
        return mailbox != null && (utf8 || mailbox.isAscii());
    }

    /** Hears what the server says to each of those who can be named to it, in order. */
    void answered(List<Reply> replies) {
        Iterator<Reply> answers = replies.iterator();
        List<RecipientOutcome> heard = new ArrayList<>();
        for (int i = 0; i < recipients.size(); i++) {
            Recipient recipient = recipients.get(i);
            Mailbox mailbox = mailboxes.get(i);
            heard.add(isReachable(mailbox) ? outcome(recipient, answers.next()) : unreachable(recipient, mailbox));
        }
        outcomes = heard;
    }

    private static RecipientOutcome outcome(Recipient recipient, Reply reply) {
        if (reply.isPositive()) {
            return RecipientOutcome.accepted(recipient);
        }
        DeliveryFault fault = SmtpFailure.faultOf(Stage.RECIPIENT, reply);
        return ReplyClassifier.meaning(Stage.RECIPIENT, Problem.ANSWERED, reply.code()) == ReplyClassifier.Meaning.RETRY
                ? RecipientOutcome.deferred(recipient, fault)
                : RecipientOutcome.refused(recipient, fault);
    }

    private static RecipientOutcome unreachable(Recipient recipient, @Nullable Mailbox mailbox) {
        String text = mailbox != null
                ? "the server does not take addresses with letters outside ASCII before the @ (SMTPUTF8 is not offered)"
                : "a recipient of the kind " + recipient.kind() + " cannot be reached by mail";
        return RecipientOutcome.refused(recipient, DeliveryFault.at(Stage.RECIPIENT, text));
    }

    List<RecipientOutcome> outcomes() {
        return outcomes;
    }

    boolean isAnyAccepted() {
        return outcomes.stream().anyMatch(outcome -> outcome.status() == Status.ACCEPTED);
    }

    /** {@return what became of those who were not accepted} */
    List<RecipientOutcome> refusals() {
        return outcomes.stream()
                .filter(outcome -> outcome.status() != Status.ACCEPTED)
                .toList();
    }

    /** Nobody was accepted: worth another attempt if somebody may be later. */
    DeliveryResult refused() {
        return faults(Status.DEFERRED)
                .findFirst()
                .<DeliveryResult>map(fault -> new DeliveryResult.Retry(fault, null))
                .orElseGet(() -> new DeliveryResult.Rejected(tellingRefusal(), outcomes));
    }

    /** The first refusal that the server has spoken, or else our own. */
    private DeliveryFault tellingRefusal() {
        return faults(Status.REFUSED)
                .max(Comparator.comparing(fault -> fault.code() > 0))
                .orElseThrow();
    }

    private Stream<DeliveryFault> faults(Status status) {
        return outcomes.stream()
                .filter(outcome -> outcome.status() == status)
                .flatMap(outcome -> Stream.ofNullable(outcome.fault()));
    }
}
