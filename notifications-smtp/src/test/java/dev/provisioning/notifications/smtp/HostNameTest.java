package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 4",
        "255.255.255.255, 4",
        "::1, 16",
        "2001:db8::1, 16",
        "2001:DB8:0:0:0:0:0:1, 16",
        "::ffff:192.0.2.1, 4",
        "fe80::, 16",
    })
    void isAnAddress(String text, int bytes) {
        assertThat(HostName.address(text)).hasSize(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "mail.example.com", "256.1.1.1", "127.1", "1.2.3.4.5", "cafe", "1.2.3.4.example"})
    void isANameAndNoAddress(String text) {
        assertThat(HostName.address(text)).isNull();
        assertThat(HostName.isUsable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "::::", ".:1", "cafe:", "1:2:3", "fe80::1%eth0", "[::1]", "a b", "a\r\nb", "a/b", "a:b", "é"
            })
    void isNeither(String text) {
        assertThat(HostName.isUsable(text)).isFalse();
    }
}
