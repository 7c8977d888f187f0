package dev.provisioning.notifications.smtp;

import jakarta.mail.Session;
import java.util.Properties;

/** The properties of Angus. Those that are not here stay unset on purpose; time-outs are those of {@link Watchdog}. */
final class MailSession {
    private MailSession() {}

    /** A session of our own, never the default one of the Java machine; no system property has a say in it. */
    static Session of(SmtpConfiguration configuration) {
        boolean startTls = configuration.server().security() == Security.STARTTLS;
        boolean signIn = configuration.credentials() != null;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.ssl.protocols", Tls.PROTOCOLS);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", configuration.tls().getSocketFactory());
        properties.setProperty("mail.smtp.auth", Boolean.toString(signIn));
        // One round trip where possible; others, such as NTLM, are not offered.
        properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.setProperty("mail.smtp.quitwait", "false");
        return Session.getInstance(properties);
    }
}
