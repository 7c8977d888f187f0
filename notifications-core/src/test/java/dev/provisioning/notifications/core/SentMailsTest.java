package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.StoreException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever asks which mails were sent")
class SentMailsTest {
    private final World world = new World();
    private final Node node = world.node();

    @Test
    void isToldAtLeastTheLastOneAndTheNewestFirst() {
        assertThat(node.notifier.mails(APP, 1)).isEmpty();
        for (int day = 1; day <= 3; day++) {
            node.notifier.report(issue("day-" + day));
            node.advance(Duration.ofDays(1));
        }

        List<SentMail> mails = node.notifier.mails(APP, 2);
        assertThat(mails).hasSizeBetween(1, 2);
        for (int i = 0; i < mails.size(); i++) {
            assertThat(mails.get(i).slot()).isEqualTo(3 - i);
        }
        SentMail last = mails.get(0);
        assertThat(last.at()).isEqualTo(world.mail.received().get(2).date());
        assertThat(last.subject()).isEqualTo(world.mail.received().get(2).subject());
        assertThat(last.outcomes()).extracting(RecipientOutcome::status).containsOnly(RecipientOutcome.Status.ACCEPTED);
        assertThat(node.notifier.mails(APP, 1)).containsExactly(last);
        assertThat(node.notifier.mails(AppId.of("contoso", "workday"), 1)).isEmpty();
    }

    @Test
    void mustAskForOneAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> node.notifier.mails(APP, 0))
                .withMessage("limit is 0, less than 1");
    }

    @Test
    @ExpectsWarnings
    void isToldIfTheStoreCannotBeRead() {
        world.store.lose();
        assertThatThrownBy(() -> node.notifier.mails(APP, 1)).isInstanceOf(StoreException.class);
    }
}
