package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Disposition;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromiseCheckTest {
    private static final Instant FIRST = Instant.parse("2026-03-02T13:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-02T14:00:00Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-03-02T23:30:00Z"); // 00:30 in Berlin
    private static final String WORDS = "The server does not answer";
    private static final Changes NOTHING = new Changes(0, 0, 0);

    private final TargetApplication on = application("Salesforce");
    private final TargetApplication off = application("Zendesk");
    private final Subscriptions subscriptions = new Subscriptions(ZoneId.of("Europe/Berlin"));
    private final List<CycleReport> cycles = new ArrayList<>();
    private final List<CaughtMail> mails = new ArrayList<>();

    @BeforeEach
    void subscribe() {
        subscriptions.switchOn(on);
        subscriptions.switchOff(off);
    }

    @Test
    void aDayAsItShouldBeKeepsEveryPromise() {
        reported(FIRST, on, Disposition.HELD, WORDS);
        mailed(LATER, on, WORDS);
        reported(LATER.plusSeconds(60), on, Disposition.MERGED, WORDS);
        reported(LATER.plusSeconds(90), off, Disposition.IGNORED, WORDS);
        mailed(NEXT_DAY, on, "The server\n   does not\n   answer");

        assertThat(broken()).isEmpty();
    }

    @Test
    void aSecondMailOnOneDayIsFound() {
        mailed(FIRST, on, WORDS);
        mailed(LATER, on, WORDS);

        assertThat(broken())
                .singleElement()
                .asString()
                .startsWith("one more mail about works/Salesforce on 2026-03-02");
    }

    @Test
    void midnightIsThatOfTheReaders() {
        mailed(LATER, on, WORDS);
        mailed(NEXT_DAY, on, WORDS);

        assertThat(broken()).isEmpty();
    }

    @Test
    void anIssueThatNoMailNamesIsFound() {
        mailed(FIRST, on, WORDS);
        reported(LATER, on, Disposition.HELD, WORDS);
        mailed(NEXT_DAY, on, "something else");

        assertThat(broken()).singleElement().asString().contains("target-unreachable of works/Salesforce");
    }

    @Test
    void anIssueThatOnlyTheMailAfterNextNamesIsFound() {
        reported(FIRST, on, Disposition.HELD, WORDS);
        mailed(LATER, on, "something else");
        mailed(NEXT_DAY, on, WORDS);

        assertThat(broken()).singleElement().asString().contains("target-unreachable of works/Salesforce");
    }

    @Test
    void anIssueThatIsResolvedOnlyAfterTheNextMailIsFound() {
        reported(FIRST, on, Disposition.HELD, WORDS);
        mailed(LATER, on, "something else");
        cycles.add(new CycleReport(NEXT_DAY, on.id(), NOTHING, List.of()));

        assertThat(broken()).singleElement().asString().contains("target-unreachable of works/Salesforce");
    }

    @Test
    void anIssueThatACompletedCycleHasResolvedNeedsNoMail() {
        reported(FIRST, on, Disposition.HELD, WORDS);
        cycles.add(new CycleReport(LATER, on.id(), NOTHING, List.of()));

        assertThat(broken()).isEmpty();
    }

    @Test
    void aCompletedCycleResolvesNothingThatIsReportedAfterIt() {
        cycles.add(new CycleReport(FIRST, on.id(), NOTHING, List.of()));
        reported(LATER, on, Disposition.MERGED, WORDS);

        assertThat(broken()).hasSize(1);
    }

    @Test
    void anIssueIsKnownByTheWordsOfItsNewestReport() {
        reported(FIRST, on, Disposition.HELD, "30 accounts would go");
        reported(LATER, on, Disposition.MERGED, "31 accounts would go");
        mailed(LATER.plusSeconds(60), on, "31 accounts would go");

        assertThat(broken()).isEmpty();
    }

    @Test
    void aMailToAStrangerIsFound() {
        mails.add(new CaughtMail(FIRST, List.of("stranger@example.org"), "Salesforce: down", WORDS, "", ""));

        assertThat(broken()).containsExactly("[stranger@example.org] got a mail about works/Salesforce");
    }

    @Test
    void aMailAboutAnApplicationThatIsSwitchedOffIsFound() {
        mailed(FIRST, off, WORDS);

        assertThat(broken()).singleElement().asString().startsWith("a mail at 2026-03-02T13:00:00Z: Zendesk");
    }

    @Test
    void aMailThatIsAboutNothingKnownIsFound() {
        mails.add(new CaughtMail(FIRST, List.of("salesforce-admins@example.com"), "Hello", WORDS, "", ""));

        assertThat(broken()).containsExactly("it is not clear what this mail is about: Hello");
    }

    private List<String> broken() {
        return new PromiseCheck(subscriptions, cycles, mails)
                .verdicts().stream()
                        .flatMap(verdict -> verdict.broken().stream())
                        .toList();
    }

    private void reported(Instant at, TargetApplication app, Disposition answer, String words) {
        Issue issue = Issue.builder(app.id(), IssueKind.TARGET_UNREACHABLE)
                .summary(words)
                .build();
        cycles.add(new CycleReport(at, app.id(), null, List.of(CycleReport.Report.of(issue, answer))));
    }

    private void mailed(Instant at, TargetApplication app, String text) {
        List<String> recipients = List.of(app.id().name() + "-admins@example.com");
        mails.add(new CaughtMail(at, recipients, app.name() + ": does not answer", text, "", ""));
    }

    private static TargetApplication application(String name) {
        return new TargetApplication(
                AppId.of("works", name), name, 0, "ou=people", new ServiceAccount("cn=provisioning", "secret"));
    }
}
