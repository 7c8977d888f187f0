package dev.provisioning.notifications.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.core.AnyText;
import java.time.Instant;
import java.util.List;

/** Issues that say anything, with a secret in every field. */
class IssueRedactionFuzzTest {
    private static final Redactor REDACTOR = Redactor.standard();
    private static final String SECRET = "x7Xyzzy4Q";
    private static final String PLANTED = "\npassword=" + SECRET;

    @FuzzTest
    void aRedactedIssueIsValidAndHasNoSecret(byte[] input) {
        Issue issue;
        try {
            issue = issue(AnyText.several(input, 8));
        } catch (IllegalArgumentException refused) {
            return;
        }

        Issue redacted = REDACTOR.redact(issue);

        assertThat(REDACTOR.redact(redacted)).isSameAs(redacted);
        assertThat(redacted.toString()).doesNotContain(SECRET);
        assertThat(redacted.key()).isEqualTo(issue.key());
        assertThat(redacted.facts()).hasSameSizeAs(issue.facts());
        assertThat(REDACTOR.redact(new IllegalStateException(issue.detail())).toString())
                .doesNotContain(SECRET);
    }

    private static Issue issue(List<String> parts) {
        String line = PLANTED.replace('\n', ' ');
        return Issue.builder(AppId.of("contoso", "hr"), IssueKind.of("own"))
                .summary(parts.get(0) + line)
                .detail(parts.get(1) + PLANTED)
                .remedy(parts.get(2) + PLANTED)
                .fact(parts.get(3), parts.get(4) + PLANTED)
                .fact(parts.get(5), parts.get(4))
                .link(ReportLink.of(parts.get(6) + line, "https://example.com/", parts.get(3) + line))
                .deadline(Instant.EPOCH, parts.get(7) + line)
                .build();
    }
}
