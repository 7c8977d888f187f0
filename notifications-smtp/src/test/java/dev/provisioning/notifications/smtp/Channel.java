package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import javax.net.ssl.SSLContext;

/** Over what something fails. Nobody signs in over plaintext. */
enum Channel {
    PLAIN("plain", "smtp"),
    STARTTLS("STARTTLS", "smtp+starttls"),
    TLS("TLS", "smtps"),
    ONE_BY_ONE("TLS without PIPELINING", "smtps");

    /** One for all, because it takes a while to make. */
    private static final SSLContext TRUST = ScriptedSmtpServer.clientTrust();

    final String title;
    private final String scheme;

    Channel(String title, String scheme) {
        this.title = title;
        this.scheme = scheme;
    }

    ScriptedSmtpServer.Builder server() {
        return switch (this) {
            case PLAIN -> ScriptedSmtpServer.plain();
            case STARTTLS -> ScriptedSmtpServer.startTls().user("engine", Trial.SECRET);
            case TLS -> ScriptedSmtpServer.tls().user("engine", Trial.SECRET);
            case ONE_BY_ONE -> TLS.server().without("PIPELINING");
        };
    }

    SmtpTransportBuilder towards(String host, int port) {
        SmtpTransportBuilder builder = SmtpTransport.builder()
                .url(scheme + "://" + host + ":" + port)
                .sslContext(TRUST)
                .from(Trial.SENDER)
                .keptConnections(0);
        return this == PLAIN ? builder.allowPlaintext() : builder.credentials("engine", () -> Trial.SECRET);
    }
}
