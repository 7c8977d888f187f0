package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.NotificationListener;
import dev.provisioning.notifications.Resolution;
import dev.provisioning.notifications.core.World.Node;
import dev.provisioning.notifications.core.compose.PlainComposer;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.NotificationStore;
import dev.provisioning.notifications.spi.StoreFullException;
import dev.provisioning.notifications.testkit.FaultyStore;
import dev.provisioning.notifications.testkit.ForwardingStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

@DisplayName("P2: what is too much to keep is counted")
class OverloadTest {
    private final World world = new World();
    private final List<Digest> digests = new ArrayList<>();

    private Content compose(Digest digest) {
        digests.add(digest);
        return new PlainComposer().compose(digest);
    }

    private static Issue issueOf(IssueKind kind, String key) {
        return Issue.builder(APP, kind).key(key).summary("Problem " + key).build();
    }

    private static long counted(Digest digest) {
        long items = digest.items().stream().mapToLong(DigestItem::newCount).sum();
        return items + digest.countedOnly().values().stream().mapToLong(n -> n).sum();
    }

    @Test
    void tenThousandIssuesOfOneApplicationAreAHundredAndACount() {
        Node node = world.node(World.START, settings -> settings.composer(this::compose));

        for (int i = 0; i < 10_000; i++) {
            assertThat(node.notifier.report(issue("key-" + i))).isIn(Disposition.HELD, Disposition.MERGED);
        }
        node.gather();

        assertThat(world.ledger().entries()).hasSize(101);
        assertThat(digests).hasSize(1);
        assertThat(digests.get(0).items()).hasSize(100);
        assertThat(digests.get(0).countedOnly()).containsOnly(Map.entry(IssueKind.CREDENTIALS_INVALID, 9_900L));
        assertThat(world.mail.received().get(0).text()).contains("9900").hasSizeLessThan(20_000);
    }

    @Test
    void whatIsCountedWhileTheMailIsOnItsWayIsCountedInTheNext() {
        Node node = world.node(
                World.START, settings -> settings.composer(this::compose).maxIssuesPerApplication(2));
        for (int i = 0; i < 10; i++) {
            node.notifier.report(issue("key-" + i));
        }
        world.mail.nextDoes((notification, point) -> {
            for (int i = 0; i < 7; i++) {
                node.notifier.report(issue("later-" + i));
            }
            return world.mail.accept(notification, point);
        });

        node.gather();
        node.advance(Duration.ofDays(1));

        assertThat(digests).extracting(OverloadTest::counted).containsExactly(10L, 7L);
    }

    @Test
    void issuesThatMemoryHasCountedTogetherAreNotToldAsTheLatestOfThem() {
        Node node = world.node(
                World.START, settings -> settings.composer(this::compose).maxIssuesPerApplication(1));
        Node other = world.node(
                World.START, settings -> settings.composer(this::compose).maxIssuesPerApplication(1));
        node.notifier.report(issue("a"));
        node.notifier.report(issue("b"));
        other.gather(); // and of its mail the node does not know

        assertThat(node.notifier.report(issue("c"))).isEqualTo(Disposition.MERGED);
        assertThat(node.notifier.report(issue("d"))).isEqualTo(Disposition.MERGED);
        node.advance(Duration.ofDays(1));

        assertThat(digests).hasSize(2);
        assertThat(digests.get(1).items())
                .as("what is said of one of them alone")
                .isEmpty();
        assertThat(counted(digests.get(1))).isEqualTo(2);
    }

    @Test
    void moreThanTwentyKindsAreCountedTogether() {
        Node node = world.node(
                World.START, settings -> settings.composer(this::compose).maxIssuesPerApplication(1));
        node.notifier.report(issue("the one that is kept"));

        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 30; i++) {
                node.notifier.report(issueOf(IssueKind.of("kind-" + i), "key-" + i + "-" + round));
            }
        }
        node.gather();

        assertThat(world.ledger().entries()).hasSize(1 + 20 + 1);
        assertThat(digests.get(0).countedOnly()).hasSize(21).containsEntry(IssueKind.of("other"), 30L);
        assertThat(counted(digests.get(0))).isEqualTo(91);
    }

    @Test
    void aReportedIssueMakesRoomForAFreshOne() {
        Node node = world.node(World.START, settings -> settings.maxIssuesPerApplication(2));
        node.notifier.report(issue("a"));
        node.notifier.report(issue("b"));
        node.gather();

        node.notifier.report(issue("c"));

        assertThat(world.ledger().held()).extracting(Entry::key).containsExactly("c");
        assertThat(world.ledger().entries()).hasSize(2);
    }

    @Test
    @ExpectsWarnings
    void anApplicationThatTheStoreHasNoRoomForIsRefusedAndNoOtherSuffers() {
        NotificationListener listener = Mockito.mock(NotificationListener.class);
        Node node = world.node(
                World.START, settings -> settings.listener(listener).store(InMemoryNotificationStore.withRoomFor(1)));
        Issue tooMuch = Issue.builder(AppId.of("contoso", "workday"), IssueKind.QUARANTINED)
                .summary("Quarantined")
                .build();

        assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.HELD);
        assertThat(node.notifier.report(tooMuch)).isEqualTo(Disposition.REFUSED);
        assertThat(node.notifier.report(issue("b"))).isEqualTo(Disposition.HELD);
        node.gather();

        assertThat(world.named()).containsExactly(List.of("a", "b"));
        verify(listener).issueRefused(tooMuch, "the store is full: it has room for 1 applications");
        verify(listener, never()).storeLost(any());
    }

    @Test
    @ExpectsWarnings
    void textsThatTheStoreHasNoRoomForAreRefusedAndRepeatsOfWhatItHasAreCounted() {
        InMemoryNotificationStore small = InMemoryNotificationStore.withRoomFor(1);
        Node node = world.node(World.START, settings -> settings.store(small).maxIssuesPerApplication(1_000));
        int held = 0;
        while (node.notifier.report(longWinded("key-" + held, "a")) == Disposition.HELD) {
            held++;
        }

        assertThat(held).isBetween(200, 300);
        assertThat(node.notifier.report(issue("short"))).isEqualTo(Disposition.HELD);
        assertThat(node.notifier.report(longWinded("key-0", "b"))).isEqualTo(Disposition.MERGED);
        assertThat(node.notifier.report(longWinded("short", "b"))).isEqualTo(Disposition.MERGED);
        assertThat(restarted(small).report(longWinded("short", "c")))
                .as("who goes to the store at once is told the same")
                .isEqualTo(Disposition.MERGED);
        node.gather();

        Map<String, Entry> entries = small.read(APP).entries();
        assertThat(entries.get("short")).satisfies(entry -> {
            assertThat(entry.count()).isEqualTo(3);
            assertThat(entry.issue()).as("there is no room for the newer words").isEqualTo(issue("short"));
            assertThat(entry.isHeld()).isFalse();
        });
    }

    @Test
    @ExpectsWarnings
    void whatIsCountedOnlyIsCountedAlsoWhereThereIsNoRoomForItsWords() {
        InMemoryNotificationStore small = InMemoryNotificationStore.withRoomFor(3);
        Node node = world.node(World.START, settings -> settings.store(small).maxIssuesPerApplication(240));
        for (int i = 0; i <= 240; i++) {
            node.notifier.report(issue("key-" + i));
        }
        for (AppId other : List.of(AppId.of("contoso", "workday"), AppId.of("contoso", "hr"))) {
            int words = 0;
            while (node.notifier.report(longWinded(other, "key-" + words, "a")) == Disposition.HELD) {
                words++;
            }
        }

        assertThat(node.notifier.report(longWinded(APP, "one more", "b"))).isEqualTo(Disposition.MERGED);
        node.gather();

        assertThat(small.read(APP).entries().get("+credentials-invalid"))
                .extracting(entry -> entry == null ? 0 : entry.count())
                .isEqualTo(2L);
    }

    /** No store should be; then it is at least no harm to the engine. */
    @Test
    void aStoreThatIsFullEvenForLessDefersAResolve() {
        AtomicBoolean full = new AtomicBoolean();
        NotificationStore odd = new ForwardingStore(InMemoryNotificationStore.create()) {
            @Override
            public boolean replace(Ledger expected, Ledger successor) {
                if (full.get()) {
                    throw new StoreFullException("full");
                }
                return super.replace(expected, successor);
            }
        };
        Node node = world.node(World.START, settings -> settings.store(odd));
        node.notifier.report(issue("a"));
        full.set(true);

        assertThat(node.notifier.resolve(APP, "a")).isEqualTo(Resolution.DEFERRED);

        full.set(false);
        node.advance(Duration.ofSeconds(5));
        assertThat(odd.read(APP).entries()).isEmpty();
    }

    private Notifier restarted(InMemoryNotificationStore store) {
        return world.node(World.START, settings -> settings.store(store)).notifier;
    }

    private static Issue longWinded(String key, String word) {
        return longWinded(APP, key, word);
    }

    private static Issue longWinded(AppId app, String key, String word) {
        return Issue.builder(app, IssueKind.CREDENTIALS_INVALID)
                .key(key)
                .summary("Problem " + key)
                .detail((word + " ").repeat(1_990))
                .build();
    }

    @Test
    @ExpectsWarnings
    void whatWasBufferedAndThenFindsTheStoreFullIsRefusedAndKeepsNobodyWaiting() {
        NotificationListener listener = Mockito.mock(NotificationListener.class);
        FaultyStore lost = new FaultyStore(InMemoryNotificationStore.withRoomFor(1));
        Node node =
                world.node(World.START, settings -> settings.listener(listener).store(lost));
        lost.lose();
        Issue tooMuch = Issue.builder(AppId.of("contoso", "workday"), IssueKind.QUARANTINED)
                .summary("Quarantined")
                .build();
        assertThat(node.notifier.report(issue("a"))).isEqualTo(Disposition.BUFFERED);
        assertThat(node.notifier.report(tooMuch)).isEqualTo(Disposition.BUFFERED);

        lost.restore();
        node.advance(Duration.ofMinutes(5));

        assertThat(world.named()).containsExactly(List.of("a"));
        verify(listener).issueRefused(tooMuch, "the store has no room for it");
    }
}
