package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the URLs of servers and of proxies alike. */
final class Urls {
    private Urls() {}

    /** Whether a password stands before a host and nowhere else, however odd the rest may be. */
    static boolean isUserInformation(String password, String url) {
        return url.contains(":" + password + "@") && url.indexOf(password) == url.lastIndexOf(password);
    }

    /** Why a URL was refused, which fits on a line; empty if it was not. */
    static String refusal(Faults faults) {
        try {
            faults.throwIfAny();
            return "";
        } catch (IllegalArgumentException refused) {
            String words = String.valueOf(refused.getMessage());
            assertThat(words).isNotBlank().matches(text -> text.codePoints().noneMatch(Character::isISOControl));
            return words;
        }
    }

    /** Nothing in them ends a line, or means something else to somebody. */
    static void assertUsable(String host, int port) {
        assertThat(port).isBetween(1, 65_535);
        assertThat(host).matches("[A-Za-z0-9._-]{1,255}|[0-9A-Fa-f:.]+");
    }
}
