package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** The URL of a mail server as an administrator has typed it. */
class ServerUrlFuzzTest {
    private static final String PASSWORD = "hunter2-Xyzzy";

    @FuzzTest
    void aUrlIsRefusedWithoutItsPasswordOrNamesAServer(byte[] input) {
        String url = AnyText.of(input).replace("{password}", PASSWORD);
        Faults faults = new Faults();

        ServerUrl server = ServerUrl.parse(url, faults);

        String refusal = Urls.refusal(faults);
        assertThat(server != null || !refusal.isEmpty()).isTrue();
        if (Urls.isUserInformation(PASSWORD, url)) {
            assertThat(refusal + server).doesNotContain(PASSWORD);
        }
        if (server != null && refusal.isEmpty()) {
            Urls.assertUsable(server.host(), server.port());
            assertThat(server.toString()).matches("(smtps|smtp\\+starttls|smtp)://[A-Za-z0-9._:\\[\\]-]+:\\d+");
        }
    }
}
