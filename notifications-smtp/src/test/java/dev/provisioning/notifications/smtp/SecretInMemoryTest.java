package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a secret while the connection over which it was used is kept: nothing. */
class SecretInMemoryTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /** What proves that the search finds what is there, as it is and encoded. */
    private static final byte[] KEPT = randomText();

    private static final String KEPT_LINE = plain(KEPT.clone());

    private final byte[] mask = randomText();
    private final byte[] masked = masked(randomText(), mask);

    @TempDir
    Path directory;

    @Test
    void aSecretIsNotKeptLongerThanSigningInTakes() throws IOException {
        try (ServerElsewhere server = ServerElsewhere.start(secret());
                SmtpTransport plain = transport(server, this::byPassword);
                SmtpTransport login = transport(server, this::byPassword);
                SmtpTransport token = transport(server, this::byToken)) {
            assertAccepted(plain);
            assertAccepted(login);
            assertAccepted(token);

            HeapDump dump = HeapDump.take(directory);

            assertThat(dump.holdsAPartOf(KEPT)).as("what is kept").isTrue();
            assertThat(dump.holdsAPartOf(encodedPart(KEPT_LINE)))
                    .as("what is kept, encoded")
                    .isTrue();
            byte[] secret = secret();
            assertThat(dump.holdsAPartOf(secret)).as("the secret").isFalse();
            assertThat(dump.holdsAPartOf(
                            encodedPart(plain(secret)),
                            encodedPart(Base64.getEncoder().encodeToString(secret)),
                            encodedPart(xoauth2(secret))))
                    .as("the secret, encoded")
                    .isFalse();
        }
    }

    private SmtpTransport transport(ServerElsewhere server, UnaryOperator<SmtpTransportBuilder> signIn) {
        return signIn.apply(SmtpTransport.builder()
                        .url("smtps://localhost:" + server.port())
                        .sslContext(ScriptedSmtpServer.clientTrust())
                        .from("provisioning@engine.example"))
                .build();
    }

    private SmtpTransportBuilder byPassword(SmtpTransportBuilder builder) {
        return builder.credentials("engine", () -> new String(secret(), StandardCharsets.US_ASCII));
    }

    private SmtpTransportBuilder byToken(SmtpTransportBuilder builder) {
        return builder.xoauth2("engine", () -> new String(secret(), StandardCharsets.US_ASCII));
    }

    private static void assertAccepted(SmtpTransport transport) {
        assertThat(transport.deliver(notification(ANN), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);
    }

    private byte[] secret() {
        return masked(masked.clone(), mask);
    }

    private static byte[] masked(byte[] text, byte[] mask) {
        for (int i = 0; i < text.length; i++) {
            text[i] ^= mask[i];
        }
        return text;
    }

    private static byte[] randomText() {
        SecureRandom random = new SecureRandom();
        byte[] text = new byte[48];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
        }
        return text;
    }

    private static String plain(byte[] secret) {
        return encoded("\0engine\0", secret, "");
    }

    private static String xoauth2(byte[] secret) {
        return encoded("user=engine\1auth=Bearer ", secret, "\1\1");
    }

    private static String encoded(String before, byte[] secret, String after) {
        String line = before + new String(secret, StandardCharsets.US_ASCII) + after;
        return Base64.getEncoder().encodeToString(line.getBytes(StandardCharsets.US_ASCII));
    }

    /** What stands for the secret alone, without the user before it. */
    private static byte[] encodedPart(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOfRange(bytes, bytes.length - 60, bytes.length - 4);
    }
}
