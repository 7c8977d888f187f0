package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.Recipient;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTest {
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";

    @ParameterizedTest
    @CsvSource({
        "ann@bücher.example, ann@xn--bcher-kva.example",
        "ann@BÜCHER.example, ann@xn--bcher-kva.example",
        "ann@例え。テスト, ann@xn--r8jz45g.xn--zckzah",
        "ann@ｅｘａｍｐｌｅ．com, ann@example.com",
        "ann@xn--bcher-kva.example, ann@xn--bcher-kva.example",
        "ann@Example.COM, ann@Example.COM",
        "δοκιμή@παράδειγμα.example, δοκιμή@xn--hxajbheg2az3al.example",
    })
    void hasADomainInAsciiAndALocalPartAsItIs(String address, String mailbox) {
        assertThat(Mailbox.of(Recipient.mail(address))).hasToString(mailbox);
    }

    @Test
    void needsNoExtensionForADomain() {
        assertThat(Mailbox.of(Recipient.mail("ann@bücher.example")).isAscii()).isTrue();
        assertThat(Mailbox.of(Recipient.mail("änn@example.com")).isAscii()).isFalse();
    }

    /** What turns into other characters on the way to ASCII, or into none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ex\u2100mple.com",
                "ex＠mple.com",
                "\u034F.com",
                "\uFE00.com",
                "a..com",
                "straße.example",
                "a\uFF3Cb.com"
            })
    void isNoneWithADomainThatHidesSomething(String domain) {
        assertThatThrownBy(() -> Recipient.mail("ann@" + domain)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void isOfLettersDigitsAndHyphensBehindTheAt(@ForAll("domains") String domain) {
        Assume.that(isRecipient("ann@" + domain));

        assertThat(Mailbox.of(Recipient.mail("ann@" + domain)).domain())
                .matches(LABEL + "(\\." + LABEL + ")*")
                .hasSizeLessThanOrEqualTo(250);
    }

    private static boolean isRecipient(String address) {
        try {
            Recipient.mail(address);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> domains() {
        return Arbitraries.of(
                        "a", "z9", "-", ".", "。", "ü", "Ü", "\u034F", "\uFE0F", "\u2100", "ﬁ", "例", "ａ", "e\u0301", "א",
                        "İ", "K")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }
}
