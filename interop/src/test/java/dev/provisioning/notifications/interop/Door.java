package dev.provisioning.notifications.interop;

import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.smtp.SmtpTransportBuilder;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import java.time.Duration;
import java.util.List;

/** The ports at which the Postfix of the tests listens, each with settings of its own. */
enum Door {
    /** Plaintext, for whoever comes. */
    PLAIN("smtp"),
    /** As PLAIN, and lets the test decide at each step, by its {@link PolicyService}. */
    POLICED(
            "smtp",
            "smtpd_recipient_restrictions=$ask_the_test",
            "smtpd_data_restrictions=$ask_the_test",
            "smtpd_end_of_data_restrictions=$ask_the_test"),
    /** As PLAIN, for mails of less than 20 kB. */
    SMALL("smtp", "message_size_limit=20000"),
    /** As SMALL, and announces no extension: also not that it has a limit. */
    BARE(
            "smtp",
            "message_size_limit=20000",
            "smtpd_discard_ehlo_keywords=pipelining,size,8bitmime,smtputf8,enhancedstatuscodes,dsn,chunking,etrn,vrfy"),
    /** STARTTLS and a password are demanded. */
    SUBMISSION(
            "smtp+starttls",
            "smtpd_tls_security_level=encrypt",
            "smtpd_sasl_auth_enable=yes",
            "smtpd_client_restrictions=$members_only"),
    /** As SUBMISSION, with the one mechanism LOGIN. */
    SUBMISSION_BY_LOGIN(
            "smtp+starttls",
            "smtpd_tls_security_level=encrypt",
            "smtpd_sasl_auth_enable=yes",
            "smtpd_sasl_path=login-only",
            "smtpd_client_restrictions=$members_only"),
    /** TLS from the first byte, and a password is demanded. */
    SUBMISSIONS(
            "smtps",
            "smtpd_tls_wrappermode=yes",
            "smtpd_sasl_auth_enable=yes",
            "smtpd_client_restrictions=$members_only");

    private final String scheme;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> options;

    Door(String scheme, String... options) {
        this.scheme = scheme;
        this.options = List.of(options);
    }

    /** A transport that gives up sooner than by default, so that a test that fails does so today. */
    SmtpTransportBuilder transport(int port) {
        String allowance = scheme.equals("smtp") ? "?plaintext=allowed" : "";
        return SmtpTransport.builder()
                .url(scheme + "://127.0.0.1:" + port + allowance)
                .sslContext(ScriptedSmtpServer.clientTrust())
                .from(Mails.SENDER)
                .commandTimeout(Duration.ofSeconds(30))
                .endOfDataTimeout(Duration.ofSeconds(30))
                .deliveryTimeout(Duration.ofSeconds(90));
    }

    /** What deviates from main.cf. */
    List<String> options() {
        return options;
    }
}
