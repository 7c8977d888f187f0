package dev.provisioning.notifications.smtp;

import java.nio.charset.StandardCharsets;

/** Fields of a header as they are written, without the line end behind them. */
final class WrittenField {
    private WrittenField() {}

    static String subject(String text) {
        MailBuffer out = new MailBuffer(16);
        out.ascii("Subject: ");
        HeaderText.unstructured(text, out);
        return written(out);
    }

    static String phrase(String text) {
        MailBuffer out = new MailBuffer(16);
        out.ascii("From: ");
        HeaderText.phrase(text, out);
        return written(out);
    }

    /** One character for each byte. */
    private static String written(MailBuffer out) {
        return new String(out.toByteArray(), StandardCharsets.ISO_8859_1);
    }
}
