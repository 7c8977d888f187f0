package dev.provisioning.notifications;

import static dev.provisioning.notifications.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientTest {
    private static final String LABEL = "x".repeat(63);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team@example.com",
                "t@x",
                "first.last+tag@mail.example.co.uk",
                "!#$%&'*+-/=?^_`{|}~@example.com",
                "team@EXAMPLE.com",
                "team@localhost",
                "team@1.example",
                "takım@example.com",
                "用户@例子.广告",
                "team@bücher.example",
                "team@BÜCHER.example",
                "team@xn--bcher-kva.example",
                "team@xn--strae-oqa.example",
                "\ud83d\ude00@example.com"
            })
    void aMailAddressIsTakenAsItIs(String address) {
        assertThat(Recipient.mail(address)).isEqualTo(new Recipient("mail", address));
        assertThat(Recipient.mail(address).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team",
                "@example.com",
                "team@",
                "@",
                "team@@example.com",
                "a@b@example.com",
                "team@example.com@",
                "team @example.com",
                " team@example.com",
                "team@example.com ",
                "team@exam ple.com",
                "team@example.com, other@example.com",
                "team@example.com;other@example.com",
                "Team <team@example.com>",
                "<team@example.com>",
                "\"team\"@example.com",
                "team(comment)@example.com",
                "te\\am@example.com",
                "a:b@example.com",
                "[team]@example.com",
                ".team@example.com",
                "team.@example.com",
                "te..am@example.com",
                "team@.example.com",
                "team@example.com.",
                "team@example..com",
                "team@.",
                "team@-example.com",
                "team@example-.com",
                "team@exam_ple.com",
                "team@[192.0.2.1]",
                "team@example.com/path",
                "team@exam\u0130ple\u2024com",
                "mailto:team@example.com"
            })
    void whatIsNoMailAddressIsRefused(String address) {
        assertRefused("recipient.address", () -> Recipient.mail(address))
                .hasMessageContaining("is not a mail address: \"" + address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team\u00a0a@example.com",
                "team\u2003a@example.com",
                "\u200bteam@example.com",
                "\ufeffteam@example.com",
                "te\u00adam@example.com",
                "te\u202eam@example.com",
                "team@exam\u200bple.com",
                "team@exam\u00adple.com",
                "team@exam\u200dple.com",
                "team@example.com\u200b"
            })
    void anInvisibleCharacterIsRefusedForTheMailWouldReachSomebodyElse(String address) {
        assertRefused("recipient.address", () -> Recipient.mail(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"team@straße.example", "team@STRAẞE.example", "team@ολος.example"})
    void aDomainThatTwoStandardsReadDifferentlyIsRefused(String address) {
        assertRefused("recipient.address", () -> Recipient.mail(address));
    }

    @Test
    void localPartDomainAndWholeAreAsLongAsTheyMayBeOnTheWire() {
        String domain = LABEL + "." + LABEL + "." + "x".repeat(61); // 189
        String local = "l".repeat(64); // with the @, 254
        assertThatCode(() -> Recipient.mail(local + "@" + domain)).doesNotThrowAnyException();

        assertRefused("recipient.address", () -> Recipient.mail("l" + local + "@example.com"));
        assertRefused("recipient.address", () -> Recipient.mail(local + "@" + domain + "x"));
        assertRefused("recipient.address", () -> Recipient.mail("team@" + LABEL + "x.example"));
    }

    @Test
    void whatIsNotAsciiIsMeasuredAsItGoesOverTheWire() {
        assertThatCode(() -> Recipient.mail("ü".repeat(32) + "@example.com")).doesNotThrowAnyException();
        assertRefused("recipient.address", () -> Recipient.mail("ü".repeat(33) + "@example.com"));

        String domain = LABEL + "." + LABEL + "." + LABEL + ".";
        assertThatCode(() -> Recipient.mail("team@" + domain + "x".repeat(57))).doesNotThrowAnyException();
        assertRefused("recipient.address", () -> Recipient.mail("team@" + domain + "ü".repeat(54)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Mail", "1mail", "-chat", "a b", "çhat", "ı", "mail\n", "x23456789012345678901234567890123"})
    void aKindIsALowerCaseWord(String kind) {
        assertRefused("recipient.kind", () -> new Recipient(kind, "team"));
    }

    @Test
    void aKindMayNotBeMissing() {
        assertRefused("recipient.kind", () -> new Recipient(Absent.value(), "team"));
    }

    @Test
    void theAddressOfAnotherKindIsItsTransportsBusiness() {
        assertThat(new Recipient("chat", "#ops on call").address()).isEqualTo("#ops on call");
        assertThat(new Recipient("x2345678901234567890123456789012", "@").kind())
                .hasSize(32);
    }

    @ParameterizedTest
    @CsvSource({
        "mail, team@example.com, t***@example.com",
        "mail, t@example.com, t***@example.com",
        "mail, \ud83d\ude00x@example.com, \ud83d\ude00***@example.com",
        "mail, team@bücher.example, t***@bücher.example",
        "chat, '#ops', '#***'",
        "sms, +15550100, +***",
        "chat, x, ***",
        "chat, \ud83d\ude00, ***",
        "chat, team@example.com, t***"
    })
    void aMaskedAddressIsNeverTheWholeOne(String kind, String address, String masked) {
        Recipient recipient = new Recipient(kind, address);

        assertThat(recipient.masked()).isEqualTo(masked).doesNotContain(address);
        assertThat(recipient).hasToString(kind + ":" + masked);
    }

    @Test
    void twoOfTheSameKindAndAddressAreEqual() {
        assertThat(Recipient.mail("team@example.com"))
                .isEqualTo(Recipient.mail("team@example.com"))
                .hasSameHashCodeAs(Recipient.mail("team@example.com"))
                .isNotEqualTo(Recipient.mail("Team@example.com"))
                .isNotEqualTo(new Recipient("chat", "team@example.com"));
    }
}
