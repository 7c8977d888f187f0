package dev.provisioning.notifications.simulation.world;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.simulation.check.Listing;
import dev.provisioning.notifications.simulation.check.Note;
import dev.provisioning.notifications.simulation.plan.Element.AtDelivery;
import dev.provisioning.notifications.simulation.plan.MailTrouble;
import dev.provisioning.notifications.simulation.plan.MailTrouble.Moment;
import dev.provisioning.notifications.simulation.plan.Throwing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One life's way to the mail server, on which it is hit as planned. */
final class MailDoor implements Transport {
    private static final long A_MOMENT = 120_000;

    private final World world;
    private final Life life;
    private final LifeClock clock;
    private final List<String> zonesTold;

    MailDoor(World world, Life life, LifeClock clock, List<String> zonesTold) {
        this.world = world;
        this.life = life;
        this.clock = clock;
        this.zonesTold = zonesTold;
    }

    @Override
    @SuppressWarnings("NullAway") // some transports answer nothing at all, though they should
    public DeliveryResult deliver(Notification mail, PointOfNoReturn point) {
        life.requireAlive();
        return new Delivery(mail, point).result();
    }

    /** One mail on its way. */
    private final class Delivery {
        private final Notification mail;
        private final PointOfNoReturn point;
        private final AtDelivery planned;
        private final int number;
        private final int app;
        private boolean passed;

        Delivery(Notification mail, PointOfNoReturn point) {
            this.mail = mail;
            this.point = point;
            this.planned = world.troubles().nextDelivery(life.node());
            this.app = world.number(mail.app());
            this.number = world.beginDelivery();
            world.journal()
                    .add(new Note.DeliveryBegan(
                            world.agenda().now(),
                            number,
                            life.node(),
                            app,
                            mail.id(),
                            mail.labels().slot(),
                            mail.recipients().stream().map(Recipient::address).toList(),
                            Listing.of(mail.text())));
            world.tally().hit(planned.what());
            trace("delivers " + mail.id() + ", attempt " + mail.attempt() + ": " + planned.what());
        }

        @Nullable
        DeliveryResult result() {
            try {
                DeliveryResult result = deliver();
                answered(result);
                return result;
            } catch (HandoverRefusedException e) {
                world.tally().count("mark refused");
                answered(Note.Answer.STOPPED);
                throw e;
            } catch (NodeCrash crash) {
                throw crash;
            } catch (RuntimeException | Error e) {
                answered(passed ? Note.Answer.DOUBT : Note.Answer.REFUSED);
                throw e;
            }
        }

        private @Nullable DeliveryResult deliver() {
            Moment moment = planned.what().moment();
            int somewhere = planned.what() == MailTrouble.NONE ? planned.nth() % 3 : -1;
            if (moment == Moment.BEFORE_POINT) {
                return trouble();
            }
            othersGoOn(somewhere == 0);
            pass();
            if (moment == Moment.AFTER_POINT) {
                return trouble();
            }
            othersGoOn(somewhere == 1);
            accept();
            othersGoOn(somewhere == 2);
            return somewhere < 0 ? trouble() : accepted();
        }

        private void pass() {
            int asked = world.journal().next();
            long askedTime = world.agenda().now();
            clock.forget();
            zonesTold.clear();
            try {
                point.pass();
                passed = true;
            } finally {
                Instant said = clock.said().equals(Instant.MIN) ? clock.present() : clock.said();
                List<String> zones = zonesTold.isEmpty() ? List.of(world.zone(app)) : List.copyOf(zonesTold);
                world.journal().add(new Note.Passed(askedTime, asked, number, passed, said, zones));
            }
            life.requireAlive();
        }

        private void accept() {
            life.requireAlive();
            for (int i = 0; i < world.sabotage().acceptances(); i++) {
                world.accepted(number);
            }
            trace("has the server accept " + mail.id());
        }

        /** What becomes of the mail, right after others have had their turn. */
        private @Nullable DeliveryResult trouble() {
            MailTrouble what = planned.what();
            return switch (what.reply()) {
                case ACCEPT, ACCEPT_SLOWLY -> {
                    othersGoOn(true);
                    yield accepted();
                }
                case ACCEPT_SOME -> {
                    othersGoOn(true);
                    yield acceptedBySome();
                }
                case RETRY -> {
                    othersGoOn(true);
                    yield new DeliveryResult.Retry(fault(), null);
                }
                case RETRY_LATER -> new DeliveryResult.Retry(fault(), Duration.ofMillis(planned.millis()));
                case REJECT -> {
                    othersGoOn(true);
                    yield new DeliveryResult.Rejected(fault(), List.of());
                }
                case MISCONFIGURED -> {
                    othersGoOn(true);
                    yield new DeliveryResult.Misconfigured(fault());
                }
                case DOUBT, DOUBT_SLOWLY -> {
                    othersGoOn(true);
                    yield new DeliveryResult.InDoubt(fault());
                }
                case HANG -> hang();
                case EXCEPTION -> raise(Throwing.EXCEPTION);
                case ERROR -> raise(planned.nth() % 2 == 0 ? Throwing.LINKAGE_ERROR : Throwing.OTHER_ERROR);
                case NOTHING -> {
                    othersGoOn(true);
                    yield null;
                }
                case CRASH -> {
                    world.crash(life.node(), planned.millis());
                    throw new NodeCrash();
                }
                case STOP -> stop();
            };
        }

        private @Nullable DeliveryResult raise(Throwing how) {
            othersGoOn(true);
            Planned.raise(how);
            return null;
        }

        private DeliveryResult hang() {
            othersGoOn(true);
            return switch (planned.what().moment()) {
                case BEFORE_POINT -> new DeliveryResult.Retry(fault(), null);
                case AFTER_POINT -> new DeliveryResult.InDoubt(fault());
                case ACCEPTED -> accepted();
            };
        }

        /** The node stands still, and then goes on as if nothing had been. */
        private DeliveryResult stop() {
            life.hold();
            world.stopped(life, true);
            world.meanwhile(planned.meanwhile(), app, planned.millis());
            life.letGo();
            world.stopped(life, life.isHeld());
            life.requireAlive();
            switch (planned.what().moment()) {
                case BEFORE_POINT -> {
                    pass();
                    othersGoOnFor(A_MOMENT);
                    accept();
                }
                case AFTER_POINT -> accept();
                case ACCEPTED -> {}
            }
            return accepted();
        }

        private void othersGoOnFor(long millis) {
            world.meanwhile(List.of(), app, millis);
            life.requireAlive();
        }

        private void othersGoOn(boolean now) {
            if (now) {
                world.meanwhile(planned.meanwhile(), app, planned.millis());
                life.requireAlive();
            }
        }

        private DeliveryResult accepted() {
            return DeliveryResult.accepted(mail);
        }

        private DeliveryResult acceptedBySome() {
            List<RecipientOutcome> outcomes = new ArrayList<>();
            outcomes.add(RecipientOutcome.accepted(mail.recipients().get(0)));
            for (Recipient other :
                    mail.recipients().subList(1, mail.recipients().size())) {
                outcomes.add(
                        planned.what() == MailTrouble.RCPT_ONE_5YZ
                                ? RecipientOutcome.refused(other, fault())
                                : RecipientOutcome.deferred(other, fault()));
            }
            return new DeliveryResult.Accepted(outcomes);
        }

        private DeliveryFault fault() {
            return new DeliveryFault(
                    Stage.valueOf(planned.what().stage()), planned.what().code(), null, "as planned");
        }

        private void answered(@Nullable DeliveryResult result) {
            if (result instanceof DeliveryResult.Accepted) {
                answered(Note.Answer.ACCEPTED);
            } else if (result instanceof DeliveryResult.InDoubt || (result == null && passed)) {
                answered(Note.Answer.DOUBT);
            } else {
                answered(Note.Answer.REFUSED);
            }
        }

        private void answered(Note.Answer answer) {
            trace("is done with " + mail.id() + ": " + answer);
            world.journal().add(new Note.Answered(world.agenda().now(), number, answer));
        }

        private void trace(String what) {
            if (world.isTraced()) {
                world.trace("node " + life.node() + " " + what);
            }
        }
    }
}
