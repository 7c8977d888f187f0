package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.LEASE;
import static dev.provisioning.notifications.core.World.START;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.Resolution;
import dev.provisioning.notifications.core.Explanation.Verdict;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Entry.Status;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.SentMail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("When nobody knows whether a mail was accepted")
@ExpectsWarnings
class WhenInDoubtTest {
    private final World world = new World();
    private final Node onlooker = world.node();
    private final List<Long> slotsInDoubt = new ArrayList<>();
    private @Nullable Ledger then;
    private @Nullable Explanation saidThen;
    private Runnable atOnce = () -> {};

    /** Looks at the very moment, because a resend may follow in the same. */
    private final NotificationListener listener = new NotificationListener() {
        @Override
        public void inDoubt(AppId app, long slot, DeliveryResult.InDoubt result) {
            slotsInDoubt.add(slot);
            then = world.ledger();
            saidThen = onlooker.notifier.explain(APP);
            atOnce.run();
        }
    };

    /** Why nobody knows. */
    enum Cause {
        REPLY_LOST,
        NODE_DEAD
    }

    /** The process of a node ends here and now. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Node node(WhenInDoubt option) {
        return world.node(START, settings -> settings.whenInDoubt(option).listener(listener));
    }

    /** The mail about "a" is handed over, then something happens, and then the mail is in doubt. */
    private Node inDoubt(WhenInDoubt option, Cause cause, Runnable meanwhile) {
        Node sender = node(option);
        Node survivor = node(option);
        sender.notifier.report(issue("a"));
        world.mail.nextDoes((notification, point) -> {
            point.pass();
            meanwhile.run();
            if (cause == Cause.NODE_DEAD) {
                throw new Killed();
            }
            return DeliveryResult.inDoubt("the reply was lost");
        });
        if (cause == Cause.NODE_DEAD) {
            assertThatThrownBy(sender::gather).isInstanceOf(Killed.class);
        } else {
            sender.gather();
        }
        survivor.advance(LEASE.plusMinutes(2));
        return survivor;
    }

    private Node inDoubt(WhenInDoubt option, Cause cause) {
        return inDoubt(option, cause, () -> {});
    }

    private Ledger then() {
        return Objects.requireNonNull(then, "nothing was in doubt");
    }

    private Explanation saidThen() {
        return Objects.requireNonNull(saidThen, "nothing was in doubt");
    }

    private Entry entryThen(String key) {
        return Objects.requireNonNull(then().entries().get(key));
    }

    private static SentMail lastMail(Explanation explanation) {
        return Objects.requireNonNull(explanation.lastMail());
    }

    private SentMail lastMail(Node node) {
        return lastMail(node.notifier.explain(APP));
    }

    private List<String> ids() {
        return world.mail.attempted().stream().map(mail -> mail.id()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void carryingOverUsesTheSlotAndTellsItAgainInTheNextMail(Cause cause) {
        Node node = inDoubt(WhenInDoubt.CARRY_OVER, cause);

        assertThat(slotsInDoubt).containsExactly(1L);
        assertThat(saidThen().verdict()).isEqualTo(Verdict.SLOT_USED);
        assertThat(lastMail(saidThen()).slot()).isEqualTo(1);
        assertThat(lastMail(saidThen()).inDoubt()).isTrue();

        node.advance(Duration.ofHours(9));
        assertThat(world.mail.attempted()).as("mails of the first day").hasSize(1);
        node.advance(Duration.ofHours(24));
        assertThat(world.named()).containsExactly(List.of("a"));
        assertThat(world.mail.received().get(0).text()).contains("You may know this already");
        assertThat(ids()).hasSize(2).doesNotHaveDuplicates();
        assertThat(lastMail(node).inDoubt()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void assumingThatItWasSentUsesTheSlotAndCountsItAsReported(Cause cause) {
        Node node = inDoubt(WhenInDoubt.ASSUME_SENT, cause);

        assertThat(slotsInDoubt).containsExactly(1L);
        assertThat(saidThen().verdict()).isEqualTo(Verdict.NOTHING_HELD);
        assertThat(lastMail(saidThen()).slot()).isEqualTo(1);
        assertThat(lastMail(saidThen()).inDoubt()).isTrue();
        assertThat(world.entry("a").status()).isEqualTo(Status.REPORTED);

        node.advance(Duration.ofDays(3));
        assertThat(world.mail.attempted()).hasSize(1);
        node.notifier.report(issue("a"));
        node.gather();
        assertThat(world.named()).containsExactly(List.of("a"));
        assertThat(world.mail.received().get(0).text()).doesNotContain("You may know this already");
    }

    @ParameterizedTest
    @EnumSource
    void resendingKeepsTheSlotOpenAndTheIdOfTheMail(Cause cause) {
        Node node = inDoubt(WhenInDoubt.RESEND, cause);

        assertThat(slotsInDoubt).containsExactly(1L);
        assertThat(then().slot().number()).isEqualTo(1);
        assertThat(saidThen().verdict()).isEqualTo(Verdict.RETRYING);
        assertThat(saidThen().nextMailAt()).isNotNull();
        assertThat(saidThen().lastMail()).as("a mail of which more is known").isNull();

        node.advance(Duration.ofHours(2));
        assertThat(world.named()).containsExactly(List.of("a"));
        assertThat(ids()).hasSize(2).containsOnly(world.mail.received().get(0).id());
        assertThat(lastMail(node).slot()).isEqualTo(1);
        assertThat(lastMail(node).inDoubt()).isFalse();
        assertThat(node.notifier.explain(APP).verdict()).isEqualTo(Verdict.NOTHING_HELD);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReportedWhileTheMailIsOnItsWayStaysHeld(Cause cause) {
        for (WhenInDoubt option : WhenInDoubt.values()) {
            WhenInDoubtTest fresh = new WhenInDoubtTest();
            Node other = fresh.node(option);
            Node node = fresh.inDoubt(option, cause, () -> other.notifier.report(issue("b")));

            assertThat(fresh.entryThen("b").isHeld()).as("held, %s", option).isTrue();
            assertThat(fresh.entryThen("b").inDoubt()).as("told, %s", option).isFalse();
            node.advance(Duration.ofHours(33));
            assertThat(fresh.world.named().stream().flatMap(List::stream))
                    .as("told at last, %s", option)
                    .contains("b");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRepeatedWhileTheMailIsOnItsWayStaysHeld(Cause cause) {
        for (WhenInDoubt option : WhenInDoubt.values()) {
            WhenInDoubtTest fresh = new WhenInDoubtTest();
            Node other = fresh.node(option);
            fresh.inDoubt(option, cause, () -> other.notifier.report(issue("a")));

            assertThat(fresh.entryThen("a").isHeld()).as("held, %s", option).isTrue();
            assertThat(fresh.entryThen("a").count()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsResolvedAfterwardsCausesNoMail(Cause cause) {
        for (WhenInDoubt option : WhenInDoubt.values()) {
            WhenInDoubtTest fresh = new WhenInDoubtTest();
            fresh.atOnce =
                    () -> assertThat(fresh.onlooker.notifier.resolve(APP, "a")).isEqualTo(Resolution.RESOLVED);
            Node node = fresh.inDoubt(option, cause);
            node.advance(Duration.ofDays(2));

            assertThat(fresh.world.mail.attempted()).as("%s", option).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsResolvedMeanwhileLeavesNothingToResendSoTheSlotIsUsed(Cause cause) {
        for (WhenInDoubt option : WhenInDoubt.values()) {
            WhenInDoubtTest fresh = new WhenInDoubtTest();
            Node other = fresh.node(option);
            Node node = fresh.inDoubt(option, cause, () -> other.notifier.resolve(APP, "a"));

            assertThat(fresh.slotsInDoubt).as("slots, %s", option).containsExactly(1L);
            assertThat(lastMail(fresh.saidThen()).inDoubt()).as("%s", option).isTrue();
            node.notifier.report(issue("b"));
            node.advance(Duration.ofHours(9));
            assertThat(fresh.world.mail.attempted())
                    .as("mails of the day, %s", option)
                    .hasSize(1);
            node.advance(Duration.ofHours(24));
            assertThat(fresh.world.named()).as("%s", option).containsExactly(List.of("b"));
            assertThat(fresh.ids()).as("%s", option).hasSize(2).doesNotHaveDuplicates();
        }
    }
}
