package dev.provisioning.notifications.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.ReportLink;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Redactor standard = Redactor.standard();

    @Test
    void aHostHidesMore() {
        Redactor redactor = Redactor.builder()
                .hide(Pattern.compile("ticket ([A-Z0-9]+)"))
                .hide(Pattern.compile("Projekt \\w+"))
                .build();

        assertThat(redactor.redact("ticket A7 of Projekt Adler")).isEqualTo("ticket *** of ***");
    }

    @Test
    void aGroupThatHasNotMatchedLeavesTheWholeMatch() {
        Redactor redactor = Redactor.builder().hide(Pattern.compile("ax|ay(b)")).build();

        assertThat(redactor.redact("ax. ayb.")).isEqualTo("***. ay***.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x*", "(?=a)", "(x?)a"})
    void anEmptyMatchHidesNothing(String pattern) {
        Redactor redactor = Redactor.builder().hide(Pattern.compile(pattern)).build();

        assertThat(redactor.redact("a b")).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a|b)*c", "(a+)+c"})
    void whereAnExpressionOfAHostGivesUpEverythingIsHidden(String pattern) {
        Redactor redactor = Redactor.builder().hide(Pattern.compile(pattern)).build();

        assertThat(redactor.redact("a".repeat(100_000))).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a|b)*", "(a+)+c"})
    void whereAnExpressionOfAHostGivesUpNobodyIsAllowed(String pattern) {
        Redactor redactor = Redactor.builder().allow(Pattern.compile(pattern)).build();

        assertThat(redactor.redact("user=" + "a".repeat(100_000))).isEqualTo("user=***");
    }

    @Test
    void aHostLeavesWhomItNames() {
        Redactor redactor = Redactor.builder()
                .allow(Pattern.compile("ada@example\\.com|EXAMPLE\\\\ada|ada"))
                .build();

        assertThat(redactor.redact("ada@example.com EXAMPLE\\ada user=ada uid=ada,ou=people,dc=x"))
                .isEqualTo("ada@example.com EXAMPLE\\ada user=ada uid=ada,ou=people,dc=x");
        assertThat(redactor.redact("grace@example.com xada@example.com EXAMPLE\\grace user=adam"))
                .isEqualTo("***@example.com ***@example.com EXAMPLE\\*** user=***");
    }

    @Test
    void whoIsAllowedMayKeepNoSecret() {
        Redactor redactor =
                Redactor.builder().allow(Pattern.compile(".*")).allowPeople().build();

        assertThat(redactor.redact("ada@example.com password=hunter2 https://ada:x@example.com"))
                .isEqualTo("ada@example.com password=*** https://***@example.com");
    }

    @Test
    void theWordsOfAnIssueAreRedactedAndNothingElse() {
        Issue issue = issue().key("password=key")
                .detail("bind as uid=ada,ou=people\npassword=hunter2")
                .remedy("write to ada@example.com")
                .fact("Server", "ldaps://ada:hunter2@ldap.example.com")
                .deadline(NOW, "ada@example.com is deleted")
                .occurredAt(NOW)
                .link(new ReportLink("ada@example.com", URI.create("https://example.com/?token=x"), "user=ada"))
                .build();

        Issue redacted = standard.redact(issue);

        assertThat(redacted)
                .isEqualTo(issue().key("password=key")
                        .detail("bind as uid=***,ou=people\npassword=***")
                        .remedy("write to ***@example.com")
                        .fact("Server", "ldaps://***@ldap.example.com")
                        .deadline(NOW, "***@example.com is deleted")
                        .occurredAt(NOW)
                        .link(new ReportLink("***@example.com", URI.create("https://example.com/?token=x"), "user=***"))
                        .build());
        assertThat(standard.redact(redacted)).isSameAs(redacted);
    }

    @Test
    void anIssueWithNothingToHideStaysTheSame() {
        Issue issue = issue().fact("Host", "ldap.example.com").build();

        assertThat(standard.redact(issue)).isSameAs(issue);
    }

    @ParameterizedTest
    @CsvSource({
        "Password,hunter2 or so,***",
        "Client secret,two\twords,***",
        "API key,x,***",
        "Token,none,none",
        "Password,expired,expired",
        "User,ada lovelace,***",
        "User name,ada,***",
        "Account name,svc-sync,svc-sync",
        "UPN,ada@example.com,***@example.com",
        "userPrincipalName,ada,***",
        "sAMAccountName,ada,***",
        "E-mail,ada@example.com,***@example.com",
        "Mail,ada,***",
        "Employee,Ada Lovelace,***",
        "Display name,Ada Lovelace,***",
        "uid,ada,***",
        "Login,EXAMPLE\\ada,EXAMPLE\\***",
        "User,'uid=ada,ou=people,dc=example','uid=***,ou=people,dc=example'",
        "User,3f2504e0-4f89-11d3-9a0c-0305e82c3301,3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "User,unknown,unknown",
        "Users,15,15",
        "Token endpoint,https://login.example.com/token,https://login.example.com/token",
        "Password policy,12 characters,12 characters",
        "Error,password=x,password=***"
    })
    void theNameOfAFactDecidesAboutItsValue(String name, String value, String left) {
        Issue redacted = standard.redact(issue().fact(name, value).build());

        assertThat(redacted.facts()).containsExactly(Map.entry(name, left));
        assertThat(standard.redact(redacted)).isSameAs(redacted);
    }

    @Test
    void factsWhoseNamesDifferedInWhatIsHiddenAreToldApart() {
        Issue issue = issue().fact("ada@example.com", "refused")
                .fact("grace@example.com", "refused")
                .fact("***@example.com (2)", "x")
                .build();

        Issue redacted = standard.redact(issue);

        assertThat(redacted.facts().keySet())
                .containsExactly("***@example.com", "***@example.com (2)", "***@example.com (2) (2)");
        assertThat(standard.redact(redacted)).isSameAs(redacted);
    }

    @Test
    void whatGrowsIsCutAtItsBoundAndNotWithinACharacter() {
        Issue issue = issue().summary("pw=a " + "x".repeat(192) + "\uD83D\uDE00")
                .detail("u=a@b.co ".repeat(444))
                .build();

        Issue redacted = standard.redact(issue);

        assertThat(redacted.summary()).isEqualTo("pw=*** " + "x".repeat(192));
        assertThat(redacted.detail()).hasSize(Issue.MAX_DETAIL);
        assertThat(standard.redact(redacted)).isSameAs(redacted);
    }

    private static Issue.Builder issue() {
        return Issue.builder(AppId.of("tenant", "app"), IssueKind.of("own")).summary("Sync failed");
    }
}
