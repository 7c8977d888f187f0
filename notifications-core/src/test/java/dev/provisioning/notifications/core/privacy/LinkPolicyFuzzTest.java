package dev.provisioning.notifications.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.provisioning.notifications.core.AnyText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Links to anywhere, and hosts to allow as somebody has typed them. */
class LinkPolicyFuzzTest {
    private static final LinkPolicy BELOW_EXAMPLE =
            LinkPolicy.builder().host("*.example.com").host("[::1]").build();
    private static final String SECRET = "x7Xyzzy4Q";

    /** The name of a token, only once it is decoded. */
    private static final String PLANTED = "%74%6Fken=";

    @FuzzTest
    void onlyWhatIsAllowedIsLinkedToAndNoSecretIsTold(byte[] input) {
        List<String> parts = AnyText.several(input, 2);
        parse(parts.get(0)).ifPresent(LinkPolicyFuzzTest::assertJudged);
        parse(parts.get(0) + PLANTED + SECRET).ifPresent(LinkPolicyFuzzTest::assertJudged);
        assertRefusedOrKnown(parts.get(1));
    }

    private static void assertJudged(URI address) {
        Optional<String> refusal = BELOW_EXAMPLE.refusal(address);

        assertThat(LinkPolicy.standard().refusal(address).isPresent() && refusal.isEmpty())
                .isFalse();
        if (refusal.isPresent()) {
            assertThat(refusal.get())
                    .doesNotContain(SECRET)
                    .matches(text -> text.codePoints().noneMatch(Character::isISOControl));
        } else {
            assertThat(address.getScheme()).isEqualToIgnoringCase("https");
            assertThat(address.getRawAuthority().toLowerCase(Locale.ROOT))
                    .matches("([a-z0-9-]+\\.)+example\\.com\\.?(:\\d*)?|\\[::1](:\\d*)?");
            assertThat(address.toString()).doesNotContain("?" + PLANTED + SECRET);
        }
    }

    private static void assertRefusedOrKnown(String host) {
        try {
            HostPattern pattern = HostPattern.of(host);
            assertThat(pattern.name()).isASCII().isLowerCase();
            assertThat(pattern.matches("other.example.com"))
                    .isEqualTo(pattern.name().equals(pattern.below() ? "example.com" : "other.example.com")
                            || (pattern.below() && pattern.name().equals("com")));
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).startsWith("linkPolicy.host ").hasSizeLessThan(200);
        }
    }

    private static Optional<URI> parse(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
