package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Digest;
import dev.provisioning.notifications.spi.DigestItem;
import dev.provisioning.notifications.testkit.SampleDigests;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectLineTest {
    private static final Languages LANGUAGES = new Languages(ClassLoader.getPlatformClassLoader());

    @Test
    void namesApplicationAndProblem() {
        assertThat(subject(Digests.of(Digests.signInRefused().build()))).isEqualTo("Salesforce: sign-in refused");
    }

    @Test
    void countsTheOthers() {
        Issue refused = Digests.signInRefused().build();
        Issue own = Digests.ownKind().build();

        assertThat(subject(Digests.of(refused, own))).isEqualTo("Salesforce: sign-in refused, 1 more problem");
        assertThat(subject(Digests.of(refused, own, own, own)))
                .isEqualTo("Salesforce: sign-in refused, 3 more problems");
    }

    @Test
    void takesTheWordsOfAnIssueOfTheHostsOwnKind() {
        Issue own = Digests.ownKind().summary("The audit is due.").build();

        assertThat(subject(Digests.of(own, own))).isEqualTo("Salesforce: The audit is due, 1 more problem");
    }

    @Test
    void takesTheWordsOfItsKindIfThoseOfTheIssueAreTooLong() {
        Issue own = Digests.ownKind().build();

        assertThat(subject(Digests.of(own, own))).isEqualTo("Salesforce: Licence audit, 1 more problem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl", "de", "fr", "es", "ar"})
    void tellsTheWholeStoryInSixtyCharacters(String language) {
        Subscription subscription =
                Digests.salesforce().language(Locale.forLanguageTag(language)).build();
        for (IssueKind kind : SampleDigests.kinds()) {
            Issue issue =
                    Issue.builder(Digests.APP, kind).summary("It is wrong.").build();
            Issue[] issues = Collections.nCopies(13, issue).toArray(Issue[]::new);

            assertThat(subject(Digests.of(subscription, issues)))
                    .as(kind.name())
                    .hasSizeLessThanOrEqualTo(60);
        }
    }

    @Test
    void cutsNothingSoThatNoTwoApplicationsLookAlike() {
        String name = "n".repeat(Subscription.MAX_NAME);
        Subscription subscription =
                Subscription.builder(name).recipient("a@example.com").build();
        IssueKind kind = IssueKind.of("k".repeat(64));
        Issue own = Issue.builder(Digests.APP, kind)
                .summary("s".repeat(Issue.MAX_SUMMARY))
                .build();

        String subject = subject(Digests.of(subscription, own, own));

        assertThat(subject).isEqualTo(name + ": K" + "k".repeat(63) + ", 1 more problem");
        assertThat(subject).hasSizeLessThan(Notification.MAX_SUBJECT);
    }

    @Test
    void saysThatThereAreMoreThanItCounts() {
        Map<IssueKind, Long> counted = Map.of(IssueKind.QUOTA_EXCEEDED, 5L);

        assertThat(subject(Digests.with(Digests.many(2), List.of(), counted)))
                .isEqualTo("Salesforce: Problem number 1 of many, over 1 more problem");
        assertThat(subject(Digests.with(Digests.many(1), List.of(), counted)))
                .isEqualTo("Salesforce: Problem number 1 of many, and more");
    }

    @Test
    void saysWhetherAnyOfItIsNew() {
        DigestItem fresh = Digests.item(Digests.signInRefused().build());
        DigestItem known = Digests.keptBack(false);

        assertThat(subject(Digests.later(fresh, fresh))).isEqualTo("Salesforce: sign-in refused, 1 more problem");
        assertThat(subject(Digests.later(known, fresh)))
                .isEqualTo("Salesforce: sign-in refused, 1 more problem, 1 of 2 new");
        assertThat(subject(Digests.later(known, known)))
                .isEqualTo("Salesforce: sign-in refused, 1 more problem, as before");
    }

    @Test
    void hasANameEvenForNothing() {
        assertThat(subject(Digests.with(List.of(), List.of(), Map.of()))).isEqualTo("Salesforce: ");
    }

    /** What a reader may take two mails with the same subject to have in common. */
    private record Meaning(String app, String worst, int problems, boolean more, long news) {}

    @Property(tries = 2_000)
    void noTwoMailsWithTheSameSubjectAreAboutSomethingElse(
            @ForAll("digests") Digest one, @ForAll("digests") Digest other) {
        assertThat(subject(one).equals(subject(other))).isEqualTo(meaning(one).equals(meaning(other)));
    }

    @Provide
    Arbitrary<Digest> digests() {
        Arbitrary<String> names = Arbitraries.of("HR", "HR North", "n".repeat(99) + "1", "n".repeat(99) + "2");
        Arbitrary<IssueKind> kinds = Arbitraries.of(
                IssueKind.QUARANTINED,
                IssueKind.CREDENTIALS_INVALID,
                IssueKind.of("own-kind"),
                IssueKind.of("own-kind-2"));
        Arbitrary<DigestItem> items = Combinators.combine(kinds, Arbitraries.of(true, false))
                .as((kind, news) -> Digests.seen(
                        Issue.builder(Digests.APP, kind).summary("It is wrong.").build(), news));
        return Combinators.combine(names, items.list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(0L, 7L))
                .as((name, list, counted) ->
                        Digests.later(name, list, counted == 0 ? Map.of() : Map.of(IssueKind.QUOTA_EXCEEDED, counted)));
    }

    private static Meaning meaning(Digest digest) {
        Issue worst = digest.items().get(0).issue();
        boolean own = worst.kind().name().startsWith("own")
                && digest.subscription().displayName().length() < 50;
        return new Meaning(
                digest.subscription().displayName(),
                own ? worst.summary() : worst.kind().name(),
                digest.items().size(),
                !digest.countedOnly().isEmpty(),
                digest.items().stream().filter(DigestItem::news).count());
    }

    private static String subject(Digest digest) {
        return SubjectLine.of(digest, Words.of(digest, LANGUAGES));
    }
}
