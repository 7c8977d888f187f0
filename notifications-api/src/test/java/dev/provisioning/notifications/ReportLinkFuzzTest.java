package dev.provisioning.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Links as a host has put them together. */
class ReportLinkFuzzTest {
    private static final String PASSWORD = "hunter2-Xyzzy";

    @FuzzTest
    void aLinkIsRefusedWithoutItsPasswordOrLeadsToAHost(byte[] input) {
        List<String> parts = AnyText.several(input, 3);
        String uri = parts.get(0).replace("{password}", PASSWORD);
        ReportLink link;
        try {
            link = ReportLink.of(parts.get(1), uri, parts.get(2));
        } catch (IllegalArgumentException refused) {
            Refusals.assertReadable(refused);
            assertThat(refused.getMessage()).doesNotContain(isOnlyUserInformation(parts) ? PASSWORD : "\0");
            assertThat(refused.getCause()).isNull();
            return;
        }

        assertThat(link.label()).isEqualTo(parts.get(1));
        assertThat(link.uri()).hasToString(uri);
        assertThat(link.uri().getScheme().toLowerCase(Locale.ROOT)).isIn("http", "https");
        assertThat(link.uri().getHost()).isNotEmpty();
        assertThat(link.uri().getRawAuthority()).doesNotContain("@");
        assertThat(URI.create(link.uri().toASCIIString()).getHost())
                .isASCII()
                .isEqualTo(link.uri().getHost());
    }

    /** Whether the password stands before a host and nowhere else, however odd the rest may be. */
    private static boolean isOnlyUserInformation(List<String> parts) {
        String all = String.join(" ", parts).replace("{password}", PASSWORD);
        return parts.get(0).contains(":{password}@") && all.indexOf(PASSWORD) == all.lastIndexOf(PASSWORD);
    }
}
