package dev.provisioning.notifications;

import static dev.provisioning.notifications.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportLinkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "http://example.com/",
                "HTTPS://EXAMPLE.COM/I",
                "https://example.com:8443/a/b;c?d=e&f=%20#g",
                "https://192.0.2.1/",
                "https://[2001:db8::1]/",
                "https://intranet/report",
                "https://xn--bcher-kva.example/",
                "https://example.com/übersicht",
                "https://example.com/@team",
                "https://example.com/?mail=team@example.com"
            })
    void anAddressOfTheWebIsTakenAsItIs(String uri) {
        assertThat(ReportLink.of("Report", uri).uri()).hasToString(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "/report",
                "//example.com/report",
                "ftp://example.com/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "data:text/html,x",
                "mailto:team@example.com",
                "htps://example.com",
                "https:example.com",
                "https:/example.com",
                "https:///report",
                "https://",
                "https://?q",
                "https://:443/",
                "https://my_host/",
                "https://bücher.example/",
                "https://user@example.com/",
                "https://user:password@example.com/",
                "https://@example.com/",
                "https://example.com@evil.example/",
                "https://exa mple.com/",
                "https://example.com/a b",
                "https://example.com/\u00a0",
                "https://example.com/<b>",
                "https://example.com/\"",
                "https://example.com\\@evil.example/",
                "https://example.com/%zz"
            })
    void anyOtherAddressIsRefused(String uri) {
        assertRefused("link.uri", () -> ReportLink.of("Report", uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:hunter2@example.com/",
                "https://user:hunter2@my_host/",
                "https://user:hunter2 @example.com/",
                "https://user:hun/ter2@example.com/",
                "https:user:hunter2@example.com",
                "ftp://user:hunter2@example.com/",
                "https://user:hunter2@/",
                "https://user:hunter2@example.com/\n",
                "https://user:hun\nter2@example.com/"
            })
    void aRefusalNeverRepeatsAPassword(String uri) {
        assertRefused("link.uri", () -> ReportLink.of("Report", uri))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("ter2"))
                .hasNoCause();
    }

    @Test
    void aRefusalOfAnAddressThatIsTooLongDoesNotEither() {
        String uri = "https://user:hunter2@example.com/" + "x".repeat(1_000);

        assertRefused("link.uri", () -> ReportLink.of("Report", uri)).hasMessageNotContaining("hunter2");
        assertRefused("link.uri", () -> new ReportLink("Report", URI.create(uri), null))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aReadyMadeAddressIsCheckedAsWell() {
        for (String uri :
                new String[] {"javascript:alert(1)", "https://a@example.com/", "https://example.com/\ud800"}) {
            assertRefused("link.uri", () -> new ReportLink("Report", URI.create(uri), null));
        }
        assertRefused("link.uri", () -> new ReportLink("Report", Absent.value(), null));
    }

    @Test
    void anAddressMayBeAsLongAsItsBound() {
        String start = "https://example.com/";
        String longest = start + "x".repeat(1_000 - start.length());

        assertThat(ReportLink.of("Report", longest).uri().toString()).hasSize(1_000);
        assertRefused("link.uri", () -> ReportLink.of("Report", longest + "x"));
        assertRefused("link.uri", () -> new ReportLink("Report", URI.create(longest + "x"), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "https://example.com/\n", "https://example.com/\u0000", "https://example.com/\u2028"})
    void anAddressIsOneLine(String uri) {
        assertRefused("link.uri", () -> ReportLink.of("Report", uri));
    }

    @Test
    void aRoleIsOptional() {
        assertThat(ReportLink.of("Report", "https://example.com/").role()).isNull();
        assertThat(ReportLink.of("Report", "https://example.com/", "Auditor").role())
                .isEqualTo("Auditor");
        assertRefused("link.role", () -> ReportLink.of("Report", "https://example.com/", " "));
    }

    @Test
    void twoOfTheSamePartsAreEqual() {
        assertThat(ReportLink.of("Report", "https://example.com/"))
                .isEqualTo(ReportLink.of("Report", "https://example.com/"))
                .isNotEqualTo(ReportLink.of("Report", "https://example.com/x"))
                .isNotEqualTo(ReportLink.of("Report", "https://example.com/", "Auditor"));
    }
}
