package dev.provisioning.notifications.core;

import static dev.provisioning.notifications.core.World.APP;
import static dev.provisioning.notifications.core.World.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.RecipientOutcome;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.spi.Entry;
import dev.provisioning.notifications.spi.Ledger;
import dev.provisioning.notifications.spi.Phase;
import dev.provisioning.notifications.spi.SentMail;
import dev.provisioning.notifications.spi.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What stands in a store was not screened on its way in, if it was not this library that has written it. */
@ExpectsWarnings
@DisplayName("A ledger that somebody else has written into the store")
class ForgedLedgerTest {
    private final World world = new World();
    private Notification mail;

    @BeforeEach
    void sendIt() {
        Issue issue = Issue.builder(APP, IssueKind.QUARANTINED)
                .key("a")
                .summary("Problem a, password=hunter2")
                .detail("<a href=https://evil.example.net>sign in</a>")
                .link(ReportLink.of("Sign in", "http://evil.example.net/"))
                .link(ReportLink.of("Log", "https://iam.example.com/log?access_token=hunter2"))
                .build();
        Entry entry = new Entry(
                "a", Entry.Status.HELD, issue, issue.severity(), START, START, START, 1, 0, 1, 1, false, null);
        Slot slot = Slot.FIRST.waiting(Phase.GATHERING, START);
        SentMail earlier = new SentMail(
                0,
                START.minus(Duration.ofDays(1)),
                false,
                List.of(RecipientOutcome.accepted(Recipient.mail("mallory@example.net"))),
                "Salesforce: in quarantine",
                1);
        Ledger empty = Ledger.empty(APP);
        world.kept.replace(empty, new Ledger(APP, empty.revision() + 1, slot, Map.of("a", entry), earlier));

        world.node().gather();

        assertThat(world.mail.received()).hasSize(1);
        mail = world.mail.received().get(0);
    }

    @Test
    void mailsNobodyButThoseWhoAreConfigured() {
        assertThat(mail.recipients()).containsExactly(Recipient.mail("team@example.com"));
    }

    @Test
    void tellsNoSecret() {
        assertThat(mail.text()).contains("Problem a, password=***");
        assertThat(mail.subject() + mail.text() + mail.html()).doesNotContain("hunter2");
    }

    @Test
    void leadsNowhereElse() {
        assertThat(mail.text()).doesNotContain("http://evil.example.net/", "https://iam.example.com/log");
        assertThat(mail.html()).doesNotContain("<a href=https://evil", "http://evil.example.net/");
    }
}
