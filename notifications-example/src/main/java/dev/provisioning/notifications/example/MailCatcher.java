package dev.provisioning.notifications.example;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server on loopback that keeps every mail. It can be stopped and started again on the same port. */
final class MailCatcher implements AutoCloseable {
    private final Clock clock;
    private final Consumer<CaughtMail> observer;
    private final List<CaughtMail> mails = new CopyOnWriteArrayList<>();
    private int port;
    private @Nullable SMTPServer server;

    /**
     * Makes a mail server that does not run yet.
     *
     * @param clock tells when a mail was accepted
     * @param observer is shown each mail right before it is accepted, on a thread of the server
     */
    MailCatcher(Clock clock, Consumer<CaughtMail> observer) {
        this.clock = clock;
        this.observer = observer;
    }

    void start() {
        SMTPServer started = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("mail.example.com")
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new Reception())
                .build();
        started.start();
        port = started.getPortAllocated();
        server = started;
    }

    void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    String url() {
        return "smtp://127.0.0.1:" + port;
    }

    /** {@return what was accepted, in that order} */
    List<CaughtMail> mails() {
        return List.copyOf(mails);
    }

    @Override
    public void close() {
        stop();
    }

    private final class Reception implements MessageHandler {
        private final List<String> recipients = new ArrayList<>();

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws IOException {
            CaughtMail mail = CaughtMail.parse(clock.instant(), recipients, data.readAllBytes());
            mails.add(mail);
            observer.accept(mail);
            return null;
        }

        @Override
        public void done() {}
    }
}
