package dev.provisioning.notifications.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import dev.provisioning.notifications.spi.Content;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.james.mime4j.MimeException;

/** What holds for whatever a notification says, and to whom. */
class MimeMailPropertiesTest {
    /** A notification, and the name that its sender has. */
    record Sent(Notification notification, String name) {
        byte[] render() {
            return MimeMail.render(notification, new Sender(FROM, name, "bounces@example.com", true), mailboxes());
        }

        List<Mailbox> mailboxes() {
            return notification.recipients().stream().map(Mailbox::of).toList();
        }

        /** What a reader has to find. */
        ReadMail asRead() {
            String html = notification.html();
            return new ReadMail(
                    HeaderText.harmless(notification.subject()),
                    HeaderText.harmless(name),
                    HeaderText.harmless(notification.app().toString()),
                    mailboxes().stream().map(Mailbox::toString).toList(),
                    notification.date(),
                    html == null
                            ? List.of(lines(notification.text()))
                            : List.of(lines(notification.text()), lines(html)));
        }

        private static String lines(String content) {
            return (content.endsWith("\n") ? content : content + "\n").replace("\n", "\r\n");
        }
    }

    private static final List<String> FIELDS = List.of(
            "Date",
            "From",
            "To",
            "Message-ID",
            "In-Reply-To",
            "References",
            "Subject",
            "Auto-Submitted",
            "X-Auto-Response-Suppress",
            "Importance",
            "X-Provisioning-Application",
            "X-Provisioning-Slot",
            "X-Provisioning-Kinds",
            "X-Provisioning-Severity",
            "List-Unsubscribe",
            "Content-Language",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding");

    private static final Set<String> SOMETIMES = Set.of(
            "Importance",
            "X-Provisioning-Slot",
            "X-Provisioning-Kinds",
            "X-Provisioning-Severity",
            "List-Unsubscribe",
            "Content-Transfer-Encoding");

    private static final Mailbox FROM = Mailbox.of(Recipient.mail("provisioning@bücher.example"));

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void jakartaMailReadsWhatWasSent(@ForAll("sent") Sent sent) throws MessagingException, IOException {
        assertThat(ReadMail.byJakartaMail(sent.render())).isEqualTo(sent.asRead());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void mime4jReadsWhatWasSent(@ForAll("sent") Sent sent) throws MimeException, IOException {
        assertThat(ReadMail.byMime4j(sent.render())).isEqualTo(sent.asRead());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void isTheSameBytesEachTime(@ForAll("sent") Sent sent) {
        assertThat(sent.render()).isEqualTo(sent.render());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void endsEveryLineByCrLfAndNothingElse(@ForAll("sent") Sent sent) {
        String mail = new String(sent.render(), StandardCharsets.UTF_8);

        assertThat(mail).endsWith("\r\n");
        assertThat(mail.replace("\r\n", "").codePoints()).noneMatch(c -> Character.isISOControl(c));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void hasShortLinesNoneOfWhichBeginsWithADot(@ForAll("sent") Sent sent) {
        String mail = new String(sent.render(), StandardCharsets.ISO_8859_1);

        assertThat(mail.lines())
                .allMatch(line -> line.length() <= 998 && !line.startsWith(".") && !line.startsWith("From "));
        assertThat(body(mail).lines()).allMatch(line -> line.length() <= 76);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void isAsciiUnlessALocalPartIsNot(@ForAll("sent") Sent sent) {
        String mail = new String(sent.render(), StandardCharsets.UTF_8);
        String rest =
                sent.mailboxes().stream().map(Mailbox::local).reduce(mail, (text, local) -> text.replace(local, ""));

        assertThat(rest).isASCII();
    }

    /** Fields of the header are what comes before the first empty line, and only ours. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void hasTheseFieldsAndNoOthers(@ForAll("sent") Sent sent) {
        String mail = new String(sent.render(), StandardCharsets.UTF_8);
        List<String> names = mail.substring(0, mail.indexOf("\r\n\r\n"))
                .lines()
                .filter(line -> !line.startsWith(" "))
                .map(line -> line.substring(0, line.indexOf(':')))
                .toList();
        Labels labels = sent.notification().labels();
        ReportLink settings = labels.settings();

        assertThat(names)
                .isSubsetOf(FIELDS)
                .isSortedAccordingTo(Comparator.comparing(FIELDS::indexOf))
                .doesNotHaveDuplicates()
                .containsAll(FIELDS.stream()
                        .filter(field -> !SOMETIMES.contains(field))
                        .toList());
        assertThat(names.contains("Importance")).isEqualTo(labels.severity() == Severity.URGENT);
        assertThat(names.contains("X-Provisioning-Slot")).isEqualTo(labels.slot() > 0);
        assertThat(names.contains("X-Provisioning-Kinds"))
                .isEqualTo(names.contains("X-Provisioning-Severity"))
                .isEqualTo(!labels.kinds().isEmpty());
        assertThat(names.contains("List-Unsubscribe"))
                .isEqualTo(settings != null && settings.uri().toASCIIString().length() <= 970);
        assertThat(names.contains("Content-Transfer-Encoding"))
                .isEqualTo(sent.notification().html() == null);
    }

    @Provide
    Arbitrary<Sent> sent() {
        return Combinators.combine(
                        Hostile.apps(), Hostile.labels(), contents(), Hostile.recipients(), dates(), Hostile.name())
                .as((app, labels, content, to, date, name) ->
                        new Sent(notification(app, labels, content, to, date), name));
    }

    private static Arbitrary<Content> contents() {
        return Combinators.combine(
                        Hostile.subject(), Hostile.lines(), Hostile.lines().injectNull(0.2))
                .as(Content::new);
    }

    private static Arbitrary<Instant> dates() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("1900-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("9999-12-31T23:59:59Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    private static Notification notification(
            AppId app, Labels labels, Content content, List<Recipient> to, Instant date) {
        return new Notification(
                app,
                "contoso-hr.7",
                "contoso-hr",
                1,
                date,
                to,
                Locale.GERMANY,
                labels,
                content.subject(),
                content.text(),
                content.html());
    }

    private static String body(String mail) {
        return mail.substring(mail.indexOf("\r\n\r\n"));
    }
}
