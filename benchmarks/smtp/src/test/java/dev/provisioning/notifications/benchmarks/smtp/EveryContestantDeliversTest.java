package dev.provisioning.notifications.benchmarks.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.benchmarks.process.ChildProcess;
import dev.provisioning.notifications.benchmarks.smtp.contestant.Contestant;
import dev.provisioning.notifications.benchmarks.smtp.contestant.Load;
import dev.provisioning.notifications.benchmarks.smtp.contestant.Measurement;
import dev.provisioning.notifications.benchmarks.smtp.contestant.SmtpSource;
import dev.provisioning.notifications.benchmarks.smtp.mail.SampleMail;
import dev.provisioning.notifications.benchmarks.smtp.mail.Size;
import dev.provisioning.notifications.benchmarks.smtp.sink.Sink;
import dev.provisioning.notifications.benchmarks.smtp.sink.ThrowAwayKey;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is measured must be the same mail, really delivered. How fast is of no interest here. */
class EveryContestantDeliversTest {
    private static final Duration NO_TIME = Duration.ofMillis(1);
    private static final Session PARSER = Session.getInstance(new Properties());

    @TempDir
    private static Path directory;

    private static final Queue<byte[]> MAILS = new ConcurrentLinkedQueue<>();
    private static Path key;
    private static Sink sink;

    @BeforeAll
    static void startTheSink() throws Exception {
        key = ThrowAwayKey.make(directory);
        sink = Sink.start(ThrowAwayKey.read(key).serverContext(), MAILS::add);
    }

    @AfterAll
    static void stopTheSink() throws IOException {
        sink.close();
    }

    @ParameterizedTest
    @MethodSource("inJava")
    void eachContestantDeliversTheSampleWithAndWithoutTls(Contestant contestant) throws Exception {
        try (ChildProcess process = ChildProcess.start(Field.command(contestant, key))) {
            delivers(process, new Load(sink.plainPort(), false, Size.SMALL, 2, NO_TIME));
            delivers(process, new Load(sink.securePort(), true, Size.MEDIUM, 1, NO_TIME));
        }
    }

    static Iterable<Contestant> inJava() {
        return Contestant.inJava();
    }

    @Test
    void simpleJavaMailKeepsConnectionsWithItsBatchModuleAlone() throws Exception {
        assertThat(connectionsOf(Contestant.SIMPLE_JAVA_MAIL)).isGreaterThan(1);
        assertThat(connectionsOf(Contestant.SIMPLE_JAVA_MAIL_BATCH)).isEqualTo(1);
    }

    @Test
    void smtpSourceDeliversTheSampleWhereItIsInstalled() throws Exception {
        Optional<SmtpSource> smtpSource = SmtpSource.find(directory);
        Assumptions.assumeTrue(smtpSource.isPresent(), "smtp-source is not installed");
        MAILS.clear();

        Measurement measurement =
                smtpSource.orElseThrow().run(new Load(sink.plainPort(), false, Size.SMALL, 2, NO_TIME));

        assertThat(MAILS).size().isEqualTo((int) measurement.mails());
        for (byte[] mail : MAILS) {
            isSample(mail, Size.SMALL);
        }
    }

    private static void delivers(ChildProcess process, Load load) throws Exception {
        MAILS.clear();

        Measurement measurement = Measurement.parse(process.ask(load.toLine()));

        assertThat(measurement.mails()).isGreaterThanOrEqualTo(2L * load.sessions());
        assertThat(measurement.mailsPerSecond()).isPositive();
        assertThat(measurement.kilobytesPerMail()).isNotNegative();
        assertThat(MAILS).size().isEqualTo((int) measurement.mails());
        for (byte[] mail : MAILS) {
            isSample(mail, load.size());
        }
    }

    private static long connectionsOf(Contestant contestant) throws IOException {
        long before = sink.counts().connections();
        try (ChildProcess process = ChildProcess.start(Field.command(contestant, key))) {
            process.ask(new Load(sink.plainPort(), false, Size.SMALL, 1, NO_TIME).toLine());
        }
        return sink.counts().connections() - before;
    }

    private static void isSample(byte[] octets, Size size) throws Exception {
        Notification sample = SampleMail.of(size);
        MimeMessage mail = new MimeMessage(PARSER, new ByteArrayInputStream(octets));

        assertThat(mail.getSubject()).isEqualTo(sample.subject());
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly(SampleMail.FROM);
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(SampleMail.TO);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.isMimeType("multipart/alternative")).isTrue();
        MimeMultipart alternatives = (MimeMultipart) mail.getContent();
        assertThat(alternatives.getCount()).isEqualTo(2);
        isPart(alternatives.getBodyPart(0), "text/plain", sample.text());
        isPart(alternatives.getBodyPart(1), "text/html", Objects.requireNonNull(sample.html()));
    }

    private static void isPart(BodyPart part, String type, String content) throws Exception {
        assertThat(part.isMimeType(type)).isTrue();
        assertThat(part.getHeader("Content-Transfer-Encoding")).containsExactly("quoted-printable");
        // Vert.x lets the last line end fall away.
        assertThat(((String) part.getContent()).stripTrailing()).isEqualToNormalizingNewlines(content.stripTrailing());
    }
}
