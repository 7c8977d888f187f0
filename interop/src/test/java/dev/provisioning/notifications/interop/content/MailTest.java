package dev.provisioning.notifications.interop.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.provisioning.notifications.DeliveryResult;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpMail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.field.ParsedField;
import org.apache.james.mime4j.field.DefaultFieldParser;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mail as its bytes arrive is one that the strictest reader reads. */
class MailTest {
    private static final String ALL = "dev.provisioning.notifications.interop.content.SampleMails#all";

    private static final ScriptedSmtpServer SERVER = ScriptedSmtpServer.plain().start();
    private static final SmtpTransport TRANSPORT = SmtpTransport.builder()
            .url("smtp://" + SERVER.host() + ":" + SERVER.port())
            .allowPlaintext()
            .from("provisioning@iam.example.com")
            .fromName("Account provisioning")
            .build();

    @AfterAll
    static void close() {
        TRANSPORT.close();
        SERVER.close();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void itIsTextAndThenTheSameAsHtml(Notification mail) throws MimeException, IOException {
        Message message = parse(sent(mail));

        assertThat(message.getMimeType()).isEqualTo("multipart/alternative");
        assertThat(message.getSubject()).isEqualTo(mail.subject());
        List<Entity> parts = ((Multipart) message.getBody()).getBodyParts();
        assertThat(parts).extracting(Entity::getMimeType).containsExactly("text/plain", "text/html");
        assertThat(parts).extracting(Entity::getCharset).containsOnly("UTF-8");
        assertThat(content(parts.get(0))).isEqualToNormalizingNewlines(mail.text());
        assertThat(content(parts.get(1))).isEqualToNormalizingNewlines(mail.html());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyHeaderFieldIsWellFormed(Notification mail) throws MimeException, IOException {
        Message message = parse(sent(mail));

        assertThat(fields(message))
                .allSatisfy(field -> assertThat(field.getParseException())
                        .as(field.getName())
                        .isNull());
        assertThat(fields(message).map(Field::getName))
                .contains("Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Content-Type")
                .doesNotHaveDuplicates();
        assertThat(message.getMessageId()).isEqualTo("<" + mail.id() + "@iam.example.com>");
        assertThat(message.getMessageId()).matches("<[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*@[a-z0-9-]+(\\.[a-z0-9-]+)*>");
    }

    /** RFC 5322 section 2.1.1: 998 octets never more, 78 where there is a space to break a line at. */
    @ParameterizedTest
    @MethodSource(ALL)
    void noLineIsLongerThanItHasToBe(Notification mail) {
        byte[] source = sent(mail);
        String ascii = new String(source, StandardCharsets.US_ASCII);

        assertThat(ascii.getBytes(StandardCharsets.US_ASCII)).isEqualTo(source);
        assertThat(ascii.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(Arrays.asList(ascii.split("\r\n", -1)))
                .allMatch(line -> line.length() <= 78 || (line.length() <= 998 && isOneWord(line)));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void theTextIsNarrowButForAddresses(Notification mail) {
        assertThat(mail.text().lines().filter(line -> columns(line) > 72))
                .allMatch(line -> line.strip().matches("[(<]?https?://\\S+"));
    }

    @Test
    void aMailThatIsNotWellFormedIsFoundOut() throws MimeException, IOException {
        String good = new String(sent(SampleMails.all().get(0).getPayload()), StandardCharsets.US_ASCII);

        assertThatExceptionOfType(MimeIOException.class)
                .isThrownBy(() -> parse(bytes(good.replaceFirst("\r\nTo: ", "\r\nTo ; "))));
        for (String bad : List.of("From: <provisioning", "Date: tomorrow", "Content-Type: text")) {
            String name = bad.substring(0, bad.indexOf(' '));
            String mail = good.replaceFirst("(?m)^" + name + " .*$", bad);
            assertThat(mail).isNotEqualTo(good);
            assertThat(fields(parse(bytes(mail)))).as(bad).anyMatch(field -> field.getParseException() != null);
        }
    }

    /** Without marks over and under letters, and those that turn the direction of writing. */
    private static int columns(String line) {
        String seen = line.replaceAll("[\\p{Mn}\\p{Me}\\p{Cf}]", "");
        return seen.codePointCount(0, seen.length());
    }

    /** A field that cannot be folded, because it has no space but for the one behind its name. */
    private static boolean isOneWord(String line) {
        return !line.strip().replaceFirst("^[A-Za-z-]+: ", "").contains(" ");
    }

    private static byte[] sent(Notification mail) {
        assertThat(TRANSPORT.deliver(mail, () -> {})).isEqualTo(DeliveryResult.accepted(mail));
        List<SmtpMail> arrived = SERVER.mails();
        return arrived.get(arrived.size() - 1).bytes();
    }

    private static Message parse(byte[] mail) throws MimeException, IOException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.STRICT);
        builder.setDecodeMonitor(DecodeMonitor.STRICT);
        return builder.parseMessage(new ByteArrayInputStream(mail));
    }

    /** As the strict parser reads them, of the mail and of its parts. */
    private static Stream<ParsedField> fields(Message message) {
        return message.getHeader().getFields().stream().map(MailTest::strictly);
    }

    private static ParsedField strictly(Field field) {
        try {
            return DefaultFieldParser.parse(field.toString());
        } catch (MimeException e) {
            throw new AssertionError(field.getName(), e);
        }
    }

    private static String content(Entity part) throws IOException {
        try (var content = ((TextBody) part.getBody()).getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
