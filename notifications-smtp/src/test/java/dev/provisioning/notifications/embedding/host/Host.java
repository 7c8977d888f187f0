package dev.provisioning.notifications.embedding.host;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Labels;
import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.Recipient;
import dev.provisioning.notifications.smtp.SmtpTransport;
import dev.provisioning.notifications.smtp.SmtpTransportBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Delivers mails, and reports what became of them and what it saw. */
public final class Host {
    private static final InheritableThreadLocal<Object> HEIRLOOM = new InheritableThreadLocal<>();

    private Host() {}

    /**
     * Delivers a mail to each of some servers, under watch, and writes a report: one line per mail, and one for each thing
     * that the library should have left alone.
     *
     * @param arguments the file of the report, then the URLs of the servers, those without TLS first
     */
    public static void main(String[] arguments) throws IOException {
        List<String> report = new ArrayList<>();
        try (Watch watch = new Watch(report::add)) {
            for (String url : List.of(arguments).subList(1, arguments.length)) {
                watch.expectTls(url.startsWith("smtps"));
                report.add(deliver(url, null));
            }
        }
        Files.write(Path.of(arguments[0]), report);
    }

    /**
     * Makes a transport, delivers a mail, closes the transport.
     *
     * @param trust null for what the platform trusts
     * @return what became of the mail
     */
    public static String deliver(String url, @Nullable SSLContext trust) {
        SmtpTransportBuilder builder = SmtpTransport.builder().url(url).from("provisioning@engine.example");
        if (trust != null) {
            builder.sslContext(trust);
        }
        try (SmtpTransport transport = builder.build()) {
            return deliver(transport);
        }
    }

    /**
     * Delivers a mail, from a thread that has something to inherit.
     *
     * @return what became of the mail
     */
    public static String deliver(SmtpTransport transport) {
        HEIRLOOM.set(new Object() {});
        try {
            return transport.deliver(mail(), () -> {}).getClass().getSimpleName();
        } finally {
            HEIRLOOM.remove();
        }
    }

    /** A mail that needs each kind of encoding. */
    public static Notification mail() {
        return new Notification(
                AppId.of("contoso", "hr"),
                "contoso-hr.7",
                "contoso-hr",
                1,
                Instant.parse("2026-03-02T04:05:06Z"),
                List.of(Recipient.mail("ann@bücher.example")),
                Locale.GERMANY,
                Labels.NONE,
                "Zürich: 1 Störung",
                "Das Kennwort für Zürich ist abgelaufen.\n",
                "<p>Das Kennwort für Zürich ist abgelaufen.</p>");
    }
}
