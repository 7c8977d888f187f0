package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.RecipientOutcome.Status;
import dev.provisioning.notifications.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One mail on its way through one conversation. For one thread, once. */
final class Delivery {
    private final Notification notification;
    private final Sender sender;
    private final SmtpSession session;
    private final List<RecipientOutcome> outcomes = new ArrayList<>();

    Delivery(Notification notification, Sender sender, SmtpSession session) {
        this.notification = notification;
        this.sender = sender;
        this.session = session;
    }

    /**
     * Delivers the mail.
     *
     * @param point passed right before the final dot; what it throws passes through, and leaves the mail without its dot
     */
    DeliveryResult run(PointOfNoReturn point) {
        if (notification.recipients().stream().noneMatch(Delivery::isMail)) {
            return DeliveryResult.misconfigured(Stage.RECIPIENT, "no recipient has a mail address");
        }
        try (session) {
            session.open();
            boolean ready = prepare();
            if (ready) {
                point.pass();
                session.handOver();
            }
            session.leave();
            return ready ? new DeliveryResult.Accepted(outcomes) : refused();
        } catch (SmtpFailure failure) {
            return failure.result(refusals());
        }
    }

    /** Sends all that can still be taken back; tells whether anybody is there to get it. */
    private boolean prepare() throws SmtpFailure {
        List<Mailbox> reachable = notification.recipients().stream()
                .filter(this::isReachable)
                .map(Mailbox::of)
                .toList();
        if (reachable.isEmpty()) {
            nameRecipients();
            return false;
        }
        byte[] content = MimeMail.render(notification, sender, reachable);
        session.sender(sender.envelope(), parameters(reachable, content.length));
        nameRecipients();
        if (!isAnyoneAccepted()) {
            return false;
        }
        session.content(content);
        return true;
    }

    private String parameters(List<Mailbox> reachable, int size) {
        boolean utf8 = !reachable.stream().allMatch(Mailbox::isAscii);
        return (session.offers("SIZE") ? " SIZE=" + size : "") + (utf8 ? " SMTPUTF8" : "");
    }

    private void nameRecipients() throws SmtpFailure {
        for (Recipient recipient : notification.recipients()) {
            outcomes.add(isReachable(recipient) ? name(recipient) : unreachable(recipient));
        }
    }

    private RecipientOutcome name(Recipient recipient) throws SmtpFailure {
        Reply reply = session.recipient(Mailbox.of(recipient));
        if (reply.isPositive()) {
            return RecipientOutcome.accepted(recipient);
        }
        DeliveryFault fault = SmtpFailure.faultOf(Stage.RECIPIENT, reply);
        return ReplyClassifier.meaning(Stage.RECIPIENT, Problem.ANSWERED, reply.code()) == ReplyClassifier.Meaning.RETRY
                ? RecipientOutcome.deferred(recipient, fault)
                : RecipientOutcome.refused(recipient, fault);
    }

    private static RecipientOutcome unreachable(Recipient recipient) {
        String text = isMail(recipient)
                ? "the server does not take addresses with letters outside ASCII before the @ (SMTPUTF8 is not offered)"
                : "a recipient of the kind " + recipient.kind() + " cannot be reached by mail";
        return RecipientOutcome.refused(recipient, DeliveryFault.at(Stage.RECIPIENT, text));
    }

    private boolean isReachable(Recipient recipient) {
        return isMail(recipient) && (Mailbox.of(recipient).isAscii() || session.offers("SMTPUTF8"));
    }

    private static boolean isMail(Recipient recipient) {
        return recipient.kind().equals(Recipient.MAIL);
    }

    private boolean isAnyoneAccepted() {
        return outcomes.stream().anyMatch(outcome -> outcome.status() == Status.ACCEPTED);
    }

    private List<RecipientOutcome> refusals() {
        return outcomes.stream()
                .filter(outcome -> outcome.status() != Status.ACCEPTED)
                .toList();
    }

    /** Nobody was accepted: worth another attempt if somebody may be later. */
    private DeliveryResult refused() {
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
