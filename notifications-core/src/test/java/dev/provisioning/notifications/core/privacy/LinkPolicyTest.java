package dev.provisioning.notifications.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.ReportLink;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkPolicyTest {
    private static final String JWT =
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dBjftJeZ4CVPmB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private final LinkPolicy standard = LinkPolicy.standard();
    private final LinkPolicy house = LinkPolicy.builder()
            .host("iam.example.com")
            .host("*.apps.example.com")
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://iam.example.com",
                "HTTPS://IAM.EXAMPLE.COM/",
                "https://iam.example.com:8443/apps/7?tab=log&page=2#errors",
                "https://iam.example.com./apps",
                "https://iam.example.com/apps/3f2504e0-4f89-11d3-9a0c-0305e82c3301?from=2026-01-01",
                "https://iam.example.com/reset-password#token",
                "https://iam.example.com/?token=",
                "https://iam.example.com/password/expired?keyword=sync&keys=3",
                "https://iam.example.com/#/apps/7?tab=log",
                "https://[::1]:8443/x",
                "https://10.0.0.1/x"
            })
    void aPlainAddressIsAllowed(String address) {
        assertThat(standard.refusal(URI.create(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?token=hunter2",
                "?a=1&ACCESS_TOKEN=hunter2",
                "?access%5Ftoken=hunter2",
                "?%61ccess_token=hunter2",
                "?%2561ccess_token=hunter2",
                "?a=1;sig=hunter2",
                "?code=hunter2&state=x",
                "?apiKey=hunter2",
                "?api-key=hunter2",
                "?key=hunter2",
                "?X-Amz-Signature=hunter2",
                "?X-Amz-Credential=hunter2",
                "?se=2026&sp=r&sig=hunter2",
                "?jwt=hunter2",
                "?auth=hunter2",
                "?sessionId=hunter2",
                "?user[password]=hunter2",
                "?next=%2Fa%3Faccess_token%3Dhunter2",
                "?next=https%253A%252F%252Fa%252F%253Ftoken%253Dhunter2",
                "#access_token=hunter2&expires_in=1",
                "#/callback?id_token=hunter2",
                "#a&code=hunter2",
                "apps;jsessionid=hunter2/x",
                "apps;v=1;token=hunter2?x=1",
                "?x=" + JWT,
                "#" + JWT,
                "reset/" + JWT,
                "?x=ghp_a1B2a1B2a1B2a1B2a1B2a1B2a1B2a1B2a1B2",
                "?x=5Kd3NBUAdUnhyzenEwVLy9pBKxSwXvE9FMPyR4UKZvo",
                "?x=%25252525252525252561"
            })
    void anAddressThatOpensADoorByItselfIsRefusedWithoutShowingIt(String rest) {
        String reason =
                standard.refusal(URI.create("https://iam.example.com/" + rest)).orElseThrow();

        assertThat(reason).contains("iam.example.com").doesNotContain("hunter2", "eyJ", "token=", "ghp_", "apps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://iam.example.com/",
                "ftp://iam.example.com/",
                "mailto:ada@example.com",
                "javascript:alert(1)",
                "//iam.example.com/x",
                "/x"
            })
    void onlyHttpsIsAllowed(String address) {
        assertThat(standard.refusal(URI.create(address))).contains("the address is not https");
    }

    @Test
    void httpIsAllowedIfTheHostSaysSo() {
        LinkPolicy policy = LinkPolicy.builder().allowHttp().build();

        assertThat(policy.refusal(URI.create("http://iam.example.com/x"))).isEmpty();
        assertThat(policy.refusal(URI.create("https://iam.example.com/x"))).isEmpty();
        assertThat(policy.refusal(URI.create("ftp://iam.example.com/x"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ada:hunter2@iam.example.com/",
                "https://iam.example.com@evil.example/",
                "https://iam.example.com%5C@evil.example/",
                "https://a_b@evil_host/"
            })
    void userInformationIsRefused(String address) {
        assertThat(house.refusal(URI.create(address))).contains("the address has user information before its host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https:///x", "https:x", "https://a_b/x", "https://bücher.example/x"})
    void anAddressWithoutAHostIsRefused(String address) {
        assertThat(standard.refusal(URI.create(address)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("no host"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://iam.example.com/",
                "https://Iam.Example.COM.:8443/",
                "https://a.apps.example.com/",
                "https://b.a.apps.example.com/"
            })
    void aNamedHostIsAllowed(String address) {
        assertThat(house.refusal(URI.create(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/",
                "https://iam.example.com.evil.example/",
                "https://evil-iam.example.com/",
                "https://x.iam.example.com/",
                "https://apps.example.com/",
                "https://evilapps.example.com/",
                "https://iam.example.co/",
                "https://[::1]/",
                "https://xn--am-8ja.example.com/"
            })
    void anyOtherHostIsRefused(String address) {
        assertThat(house.refusal(URI.create(address)))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains("is not allowed")
                        .contains(URI.create(address).getHost()));
    }

    @Test
    void aHostMayBeNamedInUnicodeInAnyCaseOrAsAnAddress() {
        LinkPolicy policy = LinkPolicy.builder()
                .host("BÜCHER.example")
                .host("*.I.example.")
                .host("[::1]")
                .build();

        assertThat(policy.refusal(URI.create("https://xn--bcher-kva.example/"))).isEmpty();
        assertThat(policy.refusal(URI.create("https://a.i.example/"))).isEmpty();
        assertThat(policy.refusal(URI.create("https://[::1]:8443/"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "*.",
                "*.*.example.com",
                "a.*.example.com",
                "https://example.com",
                "example.com:443",
                "example.com/x",
                "ada@example.com",
                "a_b.example.com",
                ".example.com",
                "example..com",
                "-a.example.com",
                "*.[::1]",
                "[x]"
            })
    void whatIsNoHostIsRefused(String host) {
        assertThatThrownBy(() -> LinkPolicy.builder().host(host))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("linkPolicy.host is neither a host nor *. and one: \"" + host + "\"");
    }

    @Test
    void refusedLinksAreLeftOut() {
        ReportLink good = ReportLink.of("Log", "https://iam.example.com/log");
        ReportLink bad = ReportLink.of("Log", "https://iam.example.com/log?token=hunter2");

        assertThat(standard.allowed(List.of(bad, good, bad))).containsExactly(good);
    }

    @Test
    void aParameterThatOnlyLooksLikeASecretCanBeAllowed() {
        LinkPolicy policy = LinkPolicy.builder().parameter("SID").build();

        assertThat(policy.refusal(URI.create("https://splunk.example.com/search?sid=1234")))
                .isEmpty();
        assertThat(policy.refusal(URI.create("https://splunk.example.com/search?sid=1234&code=5")))
                .isPresent();
        assertThat(policy.refusal(
                        URI.create("https://splunk.example.com/search?sid=ghp_0123456789abcdefghijABCDEFGHIJ")))
                .isPresent();
        assertThatThrownBy(() -> LinkPolicy.builder().parameter("--"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("linkPolicy.parameter has neither letters nor digits: --");
    }
}
