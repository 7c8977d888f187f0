package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Stage;
import java.util.List;

/** One mail on its way. For one thread, once. */
final class Delivery {
    private final Notification notification;
    private final Sender sender;
    private final Connections connections;
    private final Passage passage;
    private final Addressees addressees;

    Delivery(Notification notification, Sender sender, Connections connections, Passage passage) {
        this.notification = notification;
        this.sender = sender;
        this.connections = connections;
        this.passage = passage;
        this.addressees = new Addressees(notification.recipients());
    }

    /**
     * Delivers the mail. A connection that was kept, and turns out to have ended meanwhile, is replaced once.
     *
     * @param point passed right before the final dot; what it throws passes through, and leaves the mail without its dot
     */
    DeliveryResult run(PointOfNoReturn point) {
        if (!addressees.anyHasMail()) {
            return DeliveryResult.misconfigured(Stage.RECIPIENT, "no recipient has a mail address");
        }
        try {
            SmtpSession session = connections.take(passage);
            try {
                return over(session, point);
            } catch (SmtpFailure failure) {
                if (!session.isUsed() || !failure.isOfAStaleConnection() || passage.isOver()) {
                    throw failure;
                }
            }
            return over(connections.replace(passage), point);
        } catch (SmtpFailure failure) {
            return failure.result(addressees.refusals());
        }
    }

    private DeliveryResult over(SmtpSession session, PointOfNoReturn point) throws SmtpFailure {
        try {
            if (!prepare(session)) {
                session.leave();
                return addressees.refused();
            }
            point.pass();
            session.handOver(passage);
        } catch (Throwable t) {
            session.close();
            throw t;
        }
        connections.keep(session);
        return new DeliveryResult.Accepted(addressees.outcomes());
    }

    /** Sends all that can still be taken back; tells whether anybody is there to get it. */
    private boolean prepare(SmtpSession session) throws SmtpFailure {
        List<Mailbox> reachable = addressees.reachable(session.capabilities().offers("SMTPUTF8"));
        if (reachable.isEmpty()) {
            addressees.answered(List.of());
            return false;
        }
        byte[] content = MimeMail.render(notification, sender, reachable);
        SmtpSession.Answers answers = session.envelope(mail(session, reachable, content.length), reachable);
        addressees.answered(answers.recipients());
        if (!addressees.isAnyAccepted()) {
            return false;
        }
        session.content(answers, content);
        return true;
    }

    private String mail(SmtpSession session, List<Mailbox> reachable, int size) {
        return Addressees.mail(sender, reachable, session.capabilities().offers("SIZE") ? " SIZE=" + size : "");
    }
}
