package dev.provisioning.notifications.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.DeliveryFault;
import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Stage;
import dev.provisioning.notifications.Transport;
import dev.provisioning.notifications.smtp.SmtpTransportBuilder;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** TLS by OpenSSL and authentication by Cyrus SASL, as Postfix sees them. */
@NeedsPostfix
class PostfixSecurityTest {
    private static Postfix postfix;

    @BeforeAll
    static void launch() {
        postfix = Postfix.launch();
    }

    @AfterAll
    static void close() {
        postfix.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "SUBMISSION.*")
    void whoSignsInOverTlsIsServed(Door door) throws MessagingException, IOException {
        Mailbox ann = postfix.mailbox();
        Notification notification = Mails.notification("members", ann.recipient());
        try (Transport transport = signedIn(door, Postfix.PASSWORD).build()) {

            DeliveryResult result = transport.deliver(notification, () -> {});

            assertThat(result).isEqualTo(DeliveryResult.accepted(notification));
            assertThat(ann.mails()).hasSize(1);
            Mails.assertSays(ann.mails().get(0), notification);
            assertThat(Mails.header(ann.mails().get(0), "Received"))
                    .containsPattern("using TLSv1\\.[23] ")
                    .contains("(Authenticated sender: engine@interop.example)")
                    .contains("with ESMTPSA");
        }
    }

    @Test
    void loginServesWherePlainIsNotOffered() {
        Mailbox ann = postfix.mailbox();
        try (Transport transport =
                signedIn(Door.SUBMISSION_BY_LOGIN, Postfix.PASSWORD).build()) {

            transport.deliver(Mails.notification("login", ann.recipient()), () -> {});

            assertThat(ann.mails()).hasSize(1);
            assertThat(postfix.log()).contains("sasl_method=LOGIN, sasl_username=engine@interop.example");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "SUBMISSION.*")
    void aWrongPasswordIsAMatterForAnAdministrator(Door door) {
        Mailbox ann = postfix.mailbox();
        try (Transport transport = signedIn(door, "wrong").build()) {

            DeliveryResult result =
                    transport.deliver(Mails.notification("stranger", ann.recipient()), Mails.NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Misconfigured.class);
            DeliveryFault fault = Mails.faultOf(result);
            assertThat(fault.stage()).isEqualTo(Stage.AUTH);
            assertThat(fault.code()).isEqualTo(535);
            assertThat(fault.enhancedCode()).isEqualTo("5.7.8");
            assertThat(ann.mails()).isEmpty();
        }
    }

    @Test
    void whoDoesNotSignInIsRefusedWhereThatIsDemanded() {
        Mailbox ann = postfix.mailbox();
        try (Transport transport = postfix.towards(Door.SUBMISSION).build()) {

            DeliveryResult result = transport.deliver(Mails.notification("nobody", ann.recipient()), Mails.NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Rejected.class);
            assertThat(Mails.faultOf(result).code()).isEqualTo(554);
            assertThat(ann.mails()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMISSION", "SUBMISSIONS"})
    void aCertificateOfAnUnknownAuthorityIsNotAccepted(Door door) throws NoSuchAlgorithmException {
        Mailbox ann = postfix.mailbox();
        try (Transport transport = signedIn(door, Postfix.PASSWORD)
                .sslContext(SSLContext.getDefault())
                .build()) {

            DeliveryResult result =
                    transport.deliver(Mails.notification("untrusted", ann.recipient()), Mails.NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Misconfigured.class);
            assertThat(Mails.faultOf(result).stage()).isEqualTo(Stage.TLS);
            assertThat(ann.mails()).isEmpty();
        }
    }

    @Test
    void withoutStartTlsThereIsNoMail() {
        Mailbox ann = postfix.mailbox();
        try (Transport transport =
                Door.SUBMISSION.transport(postfix.port(Door.PLAIN)).build()) {

            DeliveryResult result =
                    transport.deliver(Mails.notification("plaintext", ann.recipient()), Mails.NOT_REACHED);

            assertThat(result).isInstanceOf(DeliveryResult.Misconfigured.class);
            assertThat(Mails.faultOf(result).stage()).isEqualTo(Stage.TLS);
            assertThat(ann.mails()).isEmpty();
        }
    }

    private static SmtpTransportBuilder signedIn(Door door, String password) {
        return postfix.towards(door).credentials(Postfix.USER, () -> password);
    }
}
