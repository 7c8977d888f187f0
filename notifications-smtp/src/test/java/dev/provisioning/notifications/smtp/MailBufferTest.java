package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailBufferTest {
    private final MailBuffer out = new MailBuffer(1);

    @Test
    void growsAsNeeded() {
        out.ascii("a".repeat(1000));
        out.lineEnd();
        out.utf8("ü–😀~");
        out.escaped(0xA7);

        assertThat(out.column()).isEqualTo(2 + 3 + 4 + 1 + 3);
        assertThat(new String(out.toByteArray(), StandardCharsets.UTF_8)).isEqualTo("a".repeat(1000) + "\r\nü–😀~=A7");
    }

    /** The last two are CVE-2025-7962: cut down to a byte they are a line end. */
    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\u0000", "\t", "\u007F", "\u0085", "ü", "\u760D", "\u760A"})
    void refusesAsAsciiWhatIsNot(String text) {
        assertThatThrownBy(() -> out.ascii("a" + text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> out.ascii(text.charAt(0))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\u0000", "\t", "\u007F", "\u0085", "\uD83D", "\uDE00"})
    void refusesAsUtf8WhatHasNoPlaceInALine(String text) {
        assertThatThrownBy(() -> out.utf8("ü" + text)).isInstanceOf(IllegalArgumentException.class);
    }
}
