package dev.provisioning.notifications.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Subscription;
import dev.provisioning.notifications.spi.Digest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubjectLineTest {
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
    void keepsTheEssentialWithinSixtyCharacters() {
        Subscription subscription = Subscription.builder("n".repeat(Subscription.MAX_NAME))
                .recipient("a@example.com")
                .build();
        Issue own = Digests.ownKind().summary("s".repeat(Issue.MAX_SUMMARY)).build();

        String subject = subject(Digests.of(subscription, own, own));

        assertThat(subject).matches("n{35}…: s{21}…, 1 more problem").hasSizeLessThan(Notification.MAX_SUBJECT);
    }

    @Test
    void cutsNoCharacterInTwo() {
        Issue own = Digests.ownKind().summary("😀".repeat(100)).build();

        assertThat(subject(Digests.of(own))).isEqualTo("Salesforce: " + "😀".repeat(47) + "…");
    }

    @Test
    void saysThatThereAreMoreThanItCounts() {
        Digest digest = Digests.with(Digests.many(2), List.of(), Map.of(IssueKind.QUOTA_EXCEEDED, 5L));

        assertThat(subject(digest)).isEqualTo("Salesforce: Problem number 1 of many, over 1 more problem");
    }

    @Test
    void hasWordsEvenForNothing() {
        assertThat(subject(Digests.with(List.of(), List.of(), Map.of()))).isEqualTo("Salesforce: nothing is wrong");
    }

    private static String subject(Digest digest) {
        return SubjectLine.of(digest, Words.of(digest.subscription()));
    }
}
