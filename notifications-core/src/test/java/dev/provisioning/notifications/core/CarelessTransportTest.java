package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.becomes;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.HandoverRefusedException;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.PointOfNoReturn;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.testkit.FaultyStore.Outcome;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What happens to the slot then, {@link NothingLostTest} tells. */
@DisplayName("A transport that sends without the point of no return is complained of")
@ExpectsWarnings
class CarelessTransportTest {
    private final World world = new World();
    private final Node node = world.node();

    private List<String> complaintsAbout(Transport careless) {
        FailsOnWarnings.Warnings warnings = new FailsOnWarnings.Warnings();
        node.notifier.report(issue("a"));
        world.mail.nextDoes(careless);
        warnings.listen();
        try {
            node.gather();
        } finally {
            warnings.ignore();
        }
        assertThat(world.mail.attempted()).hasSize(1);
        return warnings.messages;
    }

    private static DeliveryResult sendInSpiteOfTheRefusal(Notification notification, PointOfNoReturn point) {
        try {
            point.pass();
        } catch (HandoverRefusedException e) {
            return DeliveryResult.accepted(notification);
        }
        throw new AssertionError("nothing was refused");
    }

    private static void saysThatItShouldNotHaveLeft(List<String> complaints) {
        assertThat(complaints)
                .anyMatch(complaint -> complaint.contains("has not passed the point of no return"))
                .anyMatch(complaint -> complaint.contains("should not have left"));
    }

    @Test
    void thoughTheSlotWasStillItsOwn() {
        assertThat(complaintsAbout((notification, point) -> DeliveryResult.accepted(notification)))
                .singleElement()
                .asString()
                .contains("contoso/salesforce", "has not passed the point of no return");
    }

    @Test
    void moreSoIfTheSlotWasGone() {
        saysThatItShouldNotHaveLeft(complaintsAbout((notification, point) -> {
            node.notifier.deactivate(APP);
            return sendInSpiteOfTheRefusal(notification, point);
        }));
    }

    @Test
    void andIfNobodyCanSayWhoseItIs() {
        world.store.failNext(becomes(Phase.HANDED_OVER), Outcome.HAS_NO_EFFECT);
        world.store.failNext(becomes(Phase.HANDED_OVER), Outcome.HAS_NO_EFFECT);

        saysThatItShouldNotHaveLeft(complaintsAbout(CarelessTransportTest::sendInSpiteOfTheRefusal));
    }
}
