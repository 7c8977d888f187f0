package dev.provisioning.notifications.interop;

import dev.provisioning.notifications.testkit.SmtpMail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.field.UnstructuredField;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;

/**
 * A mail of two parts, as Apache James Mime4j reads it, which refuses what is not in order.
 *
 * @param fields the names of its header fields, in order
 * @param app the application, as mail rules see it
 */
record ReadMail(List<String> fields, String subject, String app, List<String> to, String text, String html) {
    static ReadMail of(SmtpMail mail) {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.STRICT);
        builder.setDecodeMonitor(DecodeMonitor.STRICT);
        try {
            Message message = builder.parseMessage(new ByteArrayInputStream(mail.bytes()));
            List<Entity> parts = ((Multipart) message.getBody()).getBodyParts();
            if (parts.size() != 2) {
                throw new AssertionError("not two parts: " + parts);
            }
            return new ReadMail(
                    message.getHeader().getFields().stream().map(Field::getName).toList(),
                    message.getSubject(),
                    ((UnstructuredField) message.getHeader().getField("X-Provisioning-Application")).getValue(),
                    message.getTo().flatten().stream().map(Mailbox::getAddress).toList(),
                    content(parts.get(0), "text/plain"),
                    content(parts.get(1), "text/html"));
        } catch (IOException e) {
            throw new AssertionError("cannot be read: " + mail.text(), e);
        }
    }

    private static String content(Entity part, String type) throws IOException {
        if (!part.getMimeType().equals(type)) {
            throw new AssertionError("no " + type + ": " + part.getMimeType());
        }
        try (var content = ((TextBody) part.getBody()).getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
