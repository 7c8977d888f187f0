package dev.provisioning.notifications.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.provisioning.notifications.Deadline;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Content;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleDigestsTest {
    private static final Content CONTENT = new Content("Salesforce: something", "Something.\n", null);
    private final SampleDigests samples = SampleDigests.in(Locale.ENGLISH);

    @Test
    void thereIsOneOfEachKindAndSizeAndMixedOnes() {
        assertThat(samples.all())
                .hasSize(11 * 4)
                .containsEntry("quota-exceeded-3", samples.digest(IssueKind.QUOTA_EXCEEDED, 3))
                .containsEntry("mixed-500", samples.mixed(500));
        assertThat(SampleDigests.kinds()).hasSize(10).doesNotHaveDuplicates().contains(SampleDigests.OWN_KIND);
    }

    @ParameterizedTest
    @MethodSource("digests")
    void everyProblemIsNamedOrCounted(Digest digest) {
        int size = size(digest);

        assertThat(digest.items()).hasSize(Math.min(size, 100));
        assertThat(digest.countedOnly().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(size - digest.items().size());
        assertThat(digest.countedOnly().values()).allMatch(count -> count > 0);
    }

    @ParameterizedTest
    @MethodSource("digests")
    void noTwoProblemsAreAlike(Digest digest) {
        List<Issue> issues = Stream.of(digest.items(), digest.resolved())
                .flatMap(Collection::stream)
                .map(DigestItem::issue)
                .toList();

        assertThat(issues).extracting(Issue::key).doesNotHaveDuplicates();
        assertThat(issues).extracting(Issue::summary).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("digests")
    void theHistoryOfAProblemIsOneThatTheLibraryWrites(Digest digest) {
        assertThat(digest.items()).allSatisfy(item -> {
            assertThat(item.firstSeen()).isBeforeOrEqualTo(item.lastSeen());
            assertThat(item.lastSeen()).isBefore(digest.now());
            assertThat(item.newCount()).isBetween(1L, item.count());
            assertThat(item.news()).isEqualTo(item.newCount() == item.count());
            assertThat(item.perhapsReported() && item.news()).isFalse();
            assertThat(item.resolvedAt()).isNull();
            assertThat(item.severity()).isEqualTo(item.issue().severity());
        });
        assertThat(digest.items())
                .filteredOn(item -> item.news() && !item.keptBack())
                .allSatisfy(item -> assertThat(item.firstSeen()).isAfter(lastMail(digest)));
        assertThat(digest.items())
                .filteredOn(item -> !item.news())
                .allSatisfy(item -> assertThat(item.firstSeen()).isBefore(lastMail(digest)));
        assertThat(digest.resolved())
                .allSatisfy(item -> assertThat(item.resolvedAt()).isBetween(item.lastSeen(), digest.now()));
    }

    @ParameterizedTest
    @MethodSource("digests")
    void theMostPressingComesFirst(Digest digest) {
        List<Instant> deadlines = digest.items().stream()
                .map(item -> item.issue().deadline())
                .filter(Objects::nonNull)
                .map(Deadline::at)
                .toList();

        assertThat(deadlines).isSorted().allMatch(digest.now()::isBefore);
        assertThat(digest.items().stream().limit(deadlines.size()))
                .allMatch(item -> item.issue().deadline() != null);
        assertThat(digest.resolved())
                .extracting(DigestItem::resolvedAt)
                .isSortedAccordingTo(
                        (one, other) -> Objects.requireNonNull(other).compareTo(Objects.requireNonNull(one)));
    }

    @Test
    void theFirstMailThereEverWasHasOnlyNews() {
        Digest first = samples.mixed(1);

        assertThat(first.lastMailAt()).isNull();
        assertThat(first.slot()).isOne();
        assertThat(first.items()).allMatch(DigestItem::news);
        assertThat(first.resolved()).isEmpty();
    }

    @Test
    void aProblemIsNewOrToldOrKeptBackOrPerhapsTold() {
        List<DigestItem> items = samples.mixed(20).items();

        assertThat(items).anyMatch(item -> item.news() && !item.keptBack());
        assertThat(items).anyMatch(item -> item.news() && item.keptBack());
        assertThat(items).anyMatch(item -> !item.news() && !item.perhapsReported());
        assertThat(items).anyMatch(DigestItem::perhapsReported);
        assertThat(items).anyMatch(item -> item.count() == 1);
        assertThat(items).extracting(DigestItem::severity).contains(Severity.values());
    }

    @ParameterizedTest
    @CsvSource({"1, false, 0", "3, false, 2", "20, true, 0", "500, false, 25"})
    void aMailIsLateOrTellsWhatIsResolved(int size, boolean late, int resolved) {
        Digest digest = samples.mixed(size);

        assertThat(digest.lateSince() != null).isEqualTo(late);
        assertThat(digest.resolved()).hasSize(resolved);
    }

    @Test
    void anEngineMaySayMuchOrLittle() {
        List<Issue> issues = samples.all().values().stream()
                .flatMap(digest -> digest.items().stream())
                .map(DigestItem::issue)
                .toList();

        for (Function<Issue, Boolean> said : List.<Function<Issue, Boolean>>of(
                issue -> issue.detail().isEmpty(),
                issue -> issue.remedy().isEmpty(),
                issue -> issue.facts().isEmpty(),
                issue -> issue.deadline() == null,
                issue -> issue.detail().contains("\n"),
                issue -> issue.links().size() > 1,
                issue -> issue.links().stream().allMatch(link -> link.role() == null))) {
            assertThat(issues).extracting(said).contains(true, false);
        }
    }

    @Test
    void aKindThatNobodyKnowsHasWordsToo() {
        Digest digest = samples.digest(IssueKind.of("disk-full"), 3);

        assertThat(digest.items())
                .hasSize(3)
                .allMatch(item -> item.issue().kind().name().equals("disk-full"));
    }

    @Test
    void readersGetTheirLanguageAndTheirZone() {
        assertThat(SampleDigests.in(Locale.GERMAN).mixed(1).subscription().zone())
                .isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(SampleDigests.in(Locale.forLanguageTag("ar"))
                        .mixed(1)
                        .subscription()
                        .zone())
                .isEqualTo(ZoneId.of("Africa/Cairo"));
        assertThat(SampleDigests.in(Locale.forLanguageTag("eo"))
                        .mixed(1)
                        .subscription()
                        .zone())
                .isEqualTo(ZoneOffset.UTC);
        assertThat(SampleDigests.in(Locale.FRENCH, ZoneId.of("America/Toronto")).mixed(1))
                .satisfies(
                        digest -> assertThat(digest.subscription().language()).isEqualTo(Locale.FRENCH))
                .satisfies(digest -> assertThat(digest.nextMailAt()).isEqualTo("2026-05-20T04:00:00Z"));
    }

    @Test
    void everyLanguageHasAZoneWhereItIsSpoken() {
        assertThat(SampleDigests.languages())
                .startsWith(Locale.ENGLISH)
                .noneMatch(language -> SampleDigests.in(language)
                        .mixed(1)
                        .subscription()
                        .zone()
                        .equals(ZoneOffset.UTC));
    }

    @Test
    void aSubscriptionOfTheHostsOwnWillDo() {
        Subscription own =
                Subscription.builder("Payroll").recipient("payroll@example.com").build();

        assertThat(SampleDigests.of(own).mixed(3).subscription()).isSameAs(own);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 10_001})
    void aSizeOutOfBoundsIsRefused(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> samples.mixed(size))
                .withMessage("size is not 1 to 10000: " + size);
    }

    @Test
    void eachMailHasAnIdOfItsOwn() {
        List<Notification> mails = Stream.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("ar"))
                .map(SampleDigests::in)
                .flatMap(in -> in.all().values().stream())
                .map(digest -> SampleDigests.mail(digest, CONTENT))
                .toList();

        assertThat(mails).extracting(Notification::id).doesNotHaveDuplicates();
    }

    @Test
    void aContentThatNoMailCanCarryIsFoundOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleDigests.mail(samples.mixed(1), new Content("one\ntwo", "text", null)))
                .withMessageContaining("notification.subject");
    }

    @Test
    void theMailIsLabelledAsTheLibraryWould() {
        Notification mail = SampleDigests.mail(samples.mixed(3), CONTENT);

        assertThat(mail.labels().severity()).isEqualTo(Severity.URGENT);
        assertThat(mail.labels().kinds()).hasSize(3).startsWith(IssueKind.CREDENTIALS_INVALID);
        assertThat(mail.labels().settings()).isNotNull();
    }

    private static Stream<Named<Digest>> digests() {
        return SampleDigests.in(Locale.ENGLISH).all().entrySet().stream()
                .map(entry -> Named.of(entry.getKey(), entry.getValue()));
    }

    private static int size(Digest digest) {
        String name = digest.app().name();
        return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
    }

    private static Instant lastMail(Digest digest) {
        return Objects.requireNonNullElse(digest.lastMailAt(), Instant.MIN);
    }
}
