package dev.provisioning.notifications.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.field.UnstructuredField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * A mail as somebody reads it who has not written it.
 *
 * @param name of the sender; empty if there is none
 * @param app about which application it is, as mail rules see it
 * @param parts the text, and the HTML if there is some
 */
record ReadMail(String subject, String name, String app, List<String> to, Instant date, List<String> parts) {
    private static final String APPLICATION = "X-Provisioning-Application";

    static ReadMail byJakartaMail(byte[] mail) throws MessagingException, IOException {
        MimeMessage message = parse(mail);
        List<String> parts = new ArrayList<>();
        if (message.getContent() instanceof MimeMultipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                parts.add(text(several.getBodyPart(i)));
            }
        } else {
            parts.add(text(message));
        }
        return new ReadMail(
                message.getSubject(),
                Objects.requireNonNullElse(((InternetAddress) message.getFrom()[0]).getPersonal(), ""),
                MimeUtility.decodeText(MimeUtility.unfold(message.getHeader(APPLICATION, null))),
                Stream.of(message.getAllRecipients()).map(Address::toString).toList(),
                message.getSentDate().toInstant(),
                parts);
    }

    static MimeMessage parse(byte[] mail) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        return new MimeMessage(Session.getInstance(properties), new ByteArrayInputStream(mail));
    }

    private static String text(Part part) throws MessagingException, IOException {
        return (String) part.getContent();
    }

    static ReadMail byMime4j(byte[] mail) throws MimeException, IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.STRICT);
        builder.setDecodeMonitor(DecodeMonitor.STRICT);
        Message message = builder.parseMessage(new ByteArrayInputStream(mail));
        List<String> parts = new ArrayList<>();
        if (message.getBody() instanceof Multipart several) {
            for (Entity part : several.getBodyParts()) {
                parts.add(text(part));
            }
        } else {
            parts.add(text(message));
        }
        return new ReadMail(
                message.getSubject(),
                Objects.requireNonNullElse(message.getFrom().get(0).getName(), ""),
                ((UnstructuredField) message.getHeader().getField(APPLICATION)).getValue(),
                message.getTo().flatten().stream()
                        .map(mailbox -> mailbox.getAddress())
                        .toList(),
                message.getDate().toInstant(),
                parts);
    }

    private static String text(Entity part) throws IOException {
        try (var content = ((TextBody) part.getBody()).getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
