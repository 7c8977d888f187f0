package dev.provisioning.notifications.example;

import dev.provisioning.notifications.AppId;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * A mail that a mail server has accepted.
 *
 * @param at when it was accepted
 * @param recipients to whom it was addressed on the envelope
 * @param subject its subject
 * @param text its plain text
 * @param html its HTML; empty if it has none
 * @param source the mail as it came over the line, one character for each byte
 */
record CaughtMail(Instant at, List<String> recipients, String subject, String text, String html, String source) {
    private static final String TEXT = "text/plain";
    private static final String HTML = "text/html";

    CaughtMail {
        recipients = List.copyOf(recipients);
    }

    static CaughtMail parse(Instant at, List<String> recipients, byte[] source) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source));
            Map<String, String> texts = new HashMap<>();
            collect(message, texts);
            return new CaughtMail(
                    at,
                    recipients,
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    texts.getOrDefault(TEXT, ""),
                    texts.getOrDefault(HTML, ""),
                    new String(source, StandardCharsets.ISO_8859_1));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("the mail server was given something that is not a mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether its subject names the application, in the words of its subscription} */
    boolean isAbout(AppId app, Subscriptions subscriptions) {
        return subject.contains(subscriptions.subscription(app).displayName());
    }

    /** {@return whether its text says something, however its lines are broken} */
    boolean says(String words) {
        return oneLine(text).contains(oneLine(words));
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    private static void collect(Part part, Map<String, String> texts) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            MimeMultipart parts = new MimeMultipart(part.getDataHandler().getDataSource());
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), texts);
            }
        } else {
            ContentType type = new ContentType(part.getContentType());
            String charset = Objects.requireNonNullElse(type.getParameter("charset"), "us-ascii");
            byte[] content = part.getInputStream().readAllBytes();
            texts.put(type.getBaseType().toLowerCase(Locale.ROOT), new String(content, Charset.forName(charset)));
        }
    }
}
