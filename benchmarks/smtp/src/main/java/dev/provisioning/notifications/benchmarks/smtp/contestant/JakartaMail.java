package dev.provisioning.notifications.benchmarks.smtp.contestant;

import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.benchmarks.smtp.mail.SampleMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.Properties;

/** How jakarta.mail is set up and told a mail, by those who use it. */
public final class JakartaMail {
    private static final String UTF_8 = "UTF-8";

    private JakartaMail() {}

    /**
     * Fills in a mail.
     *
     * @param message an empty one
     * @param mail what it says; with HTML
     * @throws MessagingException if that fails
     */
    public static void fill(MimeMessage message, Notification mail) throws MessagingException {
        message.setFrom(new InternetAddress(SampleMail.FROM));
        message.setRecipient(
                Message.RecipientType.TO,
                new InternetAddress(mail.recipients().get(0).address()));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(mail.date()));
        message.setHeader("In-Reply-To", "<" + mail.threadId() + "@example.com>");
        message.setHeader("References", "<" + mail.threadId() + "@example.com>");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setContentLanguage(new String[] {mail.language().toLanguageTag()});
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", text, html));
    }

    /** The usual properties; all else is as Angus has it by default. */
    static Properties properties(Server server) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", Server.HOST);
        properties.setProperty("mail.smtp.port", String.valueOf(server.port()));
        properties.setProperty("mail.smtp.localhost", Server.HELLO);
        if (server.tls()) {
            properties.setProperty("mail.smtp.ssl.enable", "true");
            properties.put("mail.smtp.ssl.socketFactory", server.context().getSocketFactory());
        }
        return properties;
    }
}
