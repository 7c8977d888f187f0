package dev.provisioning.notifications.smtp;

import static dev.provisioning.notifications.smtp.Fixtures.ANN;
import static dev.provisioning.notifications.smtp.Fixtures.NOT_REACHED;
import static dev.provisioning.notifications.smtp.Fixtures.faultOf;
import static dev.provisioning.notifications.smtp.Fixtures.notification;
import static dev.provisioning.notifications.smtp.Fixtures.towards;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** By what a transport signs in, how often, and what it does not do instead. */
class SignInTest {
    private final ScriptedSmtpServer server = ScriptedSmtpServer.tls()
            .user("engine", "secret")
            .token("engine@example.com", "good")
            .start();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH LOGIN PLAIN", "AUTH XOAUTH2 PLAIN LOGIN", "auth plain", "AUTH=PLAIN LOGIN"})
    void goesByPlainWhereThatIsOfferedBecauseItTakesOneRoundTrip(String offer) {
        server.on(SmtpStep.EHLO).reply("250-scripted.example", "250 " + offer);
        try (SmtpTransport transport = byPassword(() -> "secret")) {
            assertAccepted(transport);

            assertThat(auths(0)).singleElement().asString().startsWith("AUTH PLAIN ");
        }
    }

    @Test
    void triesNothingElseWhenLoginIsRefused() {
        server.on(SmtpStep.EHLO).reply("250-scripted.example", "250 AUTH LOGIN");
        try (SmtpTransport transport = byPassword(() -> "wrong")) {
            assertMisconfigured(transport, "AUTH 535 5.7.8: wrong user or password");

            assertThat(auths(0)).containsExactly("AUTH LOGIN");
            assertThat(server.connections()).isEqualTo(1);
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void asksForThePasswordAtEachConnectionAndNotAtEachMail() {
        Deque<String> passwords = new ArrayDeque<>(List.of("secret", "changed"));
        try (SmtpTransport transport = byPassword(passwords::remove)) {
            assertAccepted(transport);
            assertAccepted(transport);
            assertThat(asked).hasValue(1);

            server.dropConnections();

            assertMisconfigured(transport, "AUTH 535 5.7.8: wrong user or password");
        }
    }

    @Test
    void believesNoOfferThatWasMadeBeforeTls() {
        try (ScriptedSmtpServer plainAfterTls = ScriptedSmtpServer.startTls().start();
                SmtpTransport transport = towards(plainAfterTls, "smtp+starttls")
                        .credentials("engine", () -> "secret")
                        .build()) {
            plainAfterTls
                    .on(SmtpStep.EHLO)
                    .once()
                    .reply("250-scripted.example", "250-STARTTLS", "250 AUTH PLAIN LOGIN");

            assertMisconfigured(transport, "AUTH: the server does not offer to sign in by PLAIN or LOGIN");
            assertThat(plainAfterTls.commands().get(0)).noneMatch(line -> line.startsWith("AUTH"));
        }
    }

    @Test
    void signsInByAToken() {
        try (SmtpTransport transport = byToken(() -> "good")) {
            assertAccepted(transport);

            String line = "user=engine@example.com\1auth=Bearer good\1\1";
            assertThat(auths(0))
                    .containsExactly("AUTH XOAUTH2 " + Base64.getEncoder().encodeToString(line.getBytes(UTF_8)));
        }
    }

    @Test
    void asksForAnotherTokenOnceWhenOneIsRefusedAndConnectsAnewForIt() {
        Deque<String> tokens = new ArrayDeque<>(List.of("expired", "good"));
        try (SmtpTransport transport = byToken(tokens::remove)) {
            assertAccepted(transport);

            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.commands())
                    .allSatisfy(lines -> assertThat(lines)
                            .filteredOn(line -> line.startsWith("AUTH"))
                            .hasSize(1));
        }
    }

    @Test
    void doesSoAlsoForAServerThatRefusesWithoutAChallenge() {
        server.on(SmtpStep.AUTH).once().reply("535 5.7.3 authentication unsuccessful");
        Deque<String> tokens = new ArrayDeque<>(List.of("expired", "good"));
        try (SmtpTransport transport = byToken(tokens::remove)) {
            assertAccepted(transport);
        }
    }

    @Test
    void letsTheRefusalStandWhenItIsTheSameTokenAgain() {
        try (SmtpTransport transport = byToken(() -> "expired")) {
            assertMisconfigured(transport, "AUTH 535 5.7.8: wrong user or password");

            assertThat(asked).hasValue(2);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void asksForNoThirdToken() {
        try (SmtpTransport transport = byToken(() -> "wrong-" + asked)) {
            assertMisconfigured(transport, "AUTH 535 5.7.8: wrong user or password");

            assertThat(asked).hasValue(2);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void asksForNoOtherTokenWhenTheServerIsInTroubleItself() {
        server.on(SmtpStep.AUTH).reply("454 4.7.0 temporary failure");
        try (SmtpTransport transport = byToken(() -> "wrong-" + asked)) {
            assertThat(transport.deliver(notification(ANN), NOT_REACHED)).isInstanceOf(DeliveryResult.Retry.class);

            assertThat(asked).hasValue(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void asksForNoOtherPasswordWhateverTheServerSays() {
        try (SmtpTransport transport = byPassword(() -> "wrong-" + asked)) {
            assertMisconfigured(transport, "AUTH 535 5.7.8: wrong user or password");

            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void sendsNoTokenToAServerThatDoesNotAskForOne() {
        server.on(SmtpStep.EHLO).reply("250-scripted.example", "250 AUTH PLAIN LOGIN");
        try (SmtpTransport transport = byToken(() -> "good")) {
            assertMisconfigured(transport, "AUTH: the server does not offer to sign in by XOAUTH2");

            assertThat(server.commands().get(0)).singleElement().asString().startsWith("EHLO");
        }
    }

    @ParameterizedTest
    @NullAndEmptySource
    void connectsNowhereWithoutASecret(@Nullable String secret) {
        try (SmtpTransport password = byPassword(supplying(secret));
                SmtpTransport token = byToken(supplying(secret))) {
            assertMisconfigured(password, "AUTH: there is no password");
            assertMisconfigured(token, "AUTH: there is no token");
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void isToBeTriedAgainWhenTheNextTokenCannotBeHad() {
        Deque<String> tokens = new ArrayDeque<>(List.of("expired"));
        try (SmtpTransport transport = byToken(tokens::remove)) {
            DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Retry.class);
            assertThat(faultOf(result))
                    .hasToString("AUTH: the token could not be obtained: java.util.NoSuchElementException");
        }
    }

    private SmtpTransport byPassword(Supplier<String> password) {
        return towards(server, "smtps").credentials("engine", counted(password)).build();
    }

    private SmtpTransport byToken(Supplier<String> token) {
        return towards(server, "smtps")
                .xoauth2("engine@example.com", counted(token))
                .build();
    }

    private Supplier<String> counted(Supplier<String> secret) {
        return () -> {
            asked.incrementAndGet();
            return secret.get();
        };
    }

    /** A supplier that breaks its promise, maybe. */
    @SuppressWarnings("NullAway")
    private static Supplier<String> supplying(@Nullable String secret) {
        return () -> secret;
    }

    private List<String> auths(int connection) {
        return server.commands().get(connection).stream()
                .filter(line -> line.startsWith("AUTH"))
                .toList();
    }

    private static void assertAccepted(SmtpTransport transport) {
        assertThat(transport.deliver(notification(ANN), () -> {})).isInstanceOf(DeliveryResult.Accepted.class);
    }

    private static void assertMisconfigured(SmtpTransport transport, String fault) {
        DeliveryResult result = transport.deliver(notification(ANN), NOT_REACHED);

        assertThat(result).isInstanceOf(DeliveryResult.Misconfigured.class);
        assertThat(faultOf(result).stage()).isEqualTo(Stage.AUTH);
        assertThat(faultOf(result)).hasToString(fault);
    }
}
