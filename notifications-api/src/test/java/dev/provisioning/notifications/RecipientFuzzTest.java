package dev.provisioning.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Addresses as somebody has typed them. */
class RecipientFuzzTest {
    private static final String SPECIALS = "<>()[],;:\\\"@ ";

    @FuzzTest
    void anAddressIsRefusedInOneLineOrCanBeNamedToAServer(byte[] input) {
        List<String> parts = AnyText.several(input, 2);
        String address = parts.get(0);
        String kind = parts.get(1).isEmpty() ? Recipient.MAIL : parts.get(1);
        Recipient recipient;
        try {
            recipient = new Recipient(kind, address);
        } catch (IllegalArgumentException refused) {
            Refusals.assertReadable(refused);
            return;
        }

        assertThat(recipient.address()).isEqualTo(address);
        assertThat(recipient.toString().codePoints()).noneMatch(Character::isISOControl);
        if (kind.equals(Recipient.MAIL)) {
            assertFitForTheWire(address);
            assertMasked(recipient.masked(), address);
        }
    }

    private static void assertFitForTheWire(String address) {
        int at = address.lastIndexOf('@');
        String local = address.substring(0, at);
        String domain = IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
        byte[] wire = (local + "@" + domain).getBytes(StandardCharsets.UTF_8);

        assertThat(wire).hasSizeLessThanOrEqualTo(Recipient.MAX_ADDRESS);
        assertThat(new String(wire, StandardCharsets.UTF_8)).isEqualTo(local + "@" + domain);
        assertThat(local.codePoints()).isNotEmpty().noneMatch(c -> SPECIALS.indexOf(c) >= 0 || isUnseen(c));
        assertThat(domain).matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
    }

    private static void assertMasked(String masked, String address) {
        int at = address.lastIndexOf('@');

        assertThat(masked)
                .isEqualTo(address.substring(0, address.offsetByCodePoints(0, 1)) + "***" + address.substring(at));
    }

    private static boolean isUnseen(int c) {
        return Character.isISOControl(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.SURROGATE;
    }
}
