package dev.provisioning.notifications.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A mail that a {@link ScriptedSmtpServer} has taken responsibility for. Immutable and thread-safe. */
public final class SmtpMail {
    private final String sender;
    private final List<String> recipients;
    private final byte[] bytes;

    SmtpMail(String sender, List<String> recipients, byte[] bytes) {
        this.sender = sender;
        this.recipients = List.copyOf(recipients);
        this.bytes = bytes.clone();
    }

    /** {@return the Message-ID as it stands in the header, angle brackets included; empty if there is none} */
    public String messageId() {
        return header("Message-ID").orElse("");
    }

    /** {@return the address of MAIL, without angle brackets; empty for the null sender} */
    public String sender() {
        return sender;
    }

    /** {@return the addresses of the accepted RCPTs, without angle brackets} */
    public List<String> recipients() {
        return recipients;
    }

    /** {@return header and body as they were sent, the doubled dots undone} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return header and body, read as UTF-8} */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Looks up a header field.
     *
     * @param name its name, in any case
     * @return the value of the first such field, unfolded but otherwise as it was sent
     */
    public Optional<String> header(String name) {
        String text = text();
        int end = text.indexOf("\r\n\r\n");
        String unfolded = text.substring(0, end < 0 ? text.length() : end).replaceAll("\r\n(?=[ \t])", "");
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return unfolded.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    /** {@return the Message-ID and the number of recipients} */
    @Override
    public String toString() {
        return "SmtpMail[" + messageId() + " for " + recipients.size() + " recipients]";
    }
}
