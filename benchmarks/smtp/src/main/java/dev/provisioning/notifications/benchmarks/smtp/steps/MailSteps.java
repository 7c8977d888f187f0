package dev.provisioning.notifications.benchmarks.smtp.steps;

import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.benchmarks.smtp.contestant.JakartaMail;
import dev.provisioning.notifications.benchmarks.smtp.mail.HandWrittenMail;
import dev.provisioning.notifications.benchmarks.smtp.mail.SampleMail;
import dev.provisioning.notifications.benchmarks.smtp.mail.Size;
import dev.provisioning.notifications.benchmarks.smtp.mail.WireBuffer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The way of a small mail from a notification to bytes: by jakarta.mail in three steps, and by hand in one. Each step
 * includes those before it, since a message that was saved once is saved for next to nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
public class MailSteps {
    private final Notification mail = SampleMail.of(Size.SMALL);
    private final Session session = Session.getInstance(new Properties());
    private final HandWrittenMail writer = new HandWrittenMail();

    /**
     * Builds a message.
     *
     * @return the message
     * @throws MessagingException if that fails
     */
    @Benchmark
    public MimeMessage build() throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        JakartaMail.fill(message, mail);
        return message;
    }

    /**
     * Builds a message and makes up its header.
     *
     * @return the message
     * @throws MessagingException if that fails
     */
    @Benchmark
    public MimeMessage buildAndSave() throws MessagingException {
        MimeMessage message = build();
        message.saveChanges();
        return message;
    }

    /**
     * Builds a message, makes up its header, and turns it into bytes.
     *
     * @return the message
     * @throws MessagingException if that fails
     * @throws IOException never, since the bytes are thrown away
     */
    @Benchmark
    public MimeMessage buildSaveAndWrite() throws MessagingException, IOException {
        MimeMessage message = buildAndSave();
        message.writeTo(OutputStream.nullOutputStream());
        return message;
    }

    /**
     * Writes the bytes by hand.
     *
     * @return the bytes
     */
    @Benchmark
    public WireBuffer byHand() {
        return writer.render(mail);
    }
}
