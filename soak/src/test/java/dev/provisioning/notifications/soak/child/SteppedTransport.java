package dev.provisioning.notifications.soak.child;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Transport;

/** The transport under test; when a mail passes the point of no return is noted before it can leave. */
final class SteppedTransport implements Transport {
    private final Transport transport;
    private final Steps steps;
    private final Journal journal;

    SteppedTransport(Transport transport, Steps steps, Journal journal) {
        this.transport = transport;
        this.steps = steps;
        this.journal = journal;
    }

    @Override
    public DeliveryResult deliver(Notification mail, PointOfNoReturn point) {
        DeliveryResult result = transport.deliver(mail, () -> pass(mail, point));
        steps.reached(Step.AFTER_REPLY, mail.app());
        return result;
    }

    @Override
    public void close() {
        transport.close();
    }

    private void pass(Notification mail, PointOfNoReturn point) {
        journal.note(Note.PASSING, mail.app().name(), mail.id());
        point.pass();
        journal.note(Note.PASSED, mail.app().name(), mail.id());
        steps.reached(Step.BEFORE_DOT, mail.app());
    }
}
