package dev.provisioning.notifications.benchmarks.smtp.contestant;

import dev.provisioning.notifications.Notification;
import dev.provisioning.notifications.benchmarks.smtp.mail.HandWrittenMail;
import dev.provisioning.notifications.benchmarks.smtp.mail.SampleMail;
import dev.provisioning.notifications.benchmarks.smtp.mail.WireBuffer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The least that Java can do: a socket for each session, the commands in one write, then the content in one write
 * (RFC 2920).
 */
abstract class BareSocket implements MailSession {
    private final BareConversation conversation;

    private BareSocket(BareConversation conversation) {
        this.conversation = conversation;
    }

    /** Renders each mail by hand. */
    static MailSession rendering(Server server) throws IOException {
        return new Rendering(connect(server));
    }

    /** Sends the first mail again and again. */
    static MailSession prepared(Server server) throws IOException {
        return new Prepared(connect(server));
    }

    private static BareConversation connect(Server server) throws IOException {
        SocketFactory sockets = server.tls() ? server.context().getSocketFactory() : SocketFactory.getDefault();
        Socket socket = sockets.createSocket(Server.HOST, server.port());
        socket.setTcpNoDelay(true);
        return BareConversation.begin(socket);
    }

    @Override
    public void close() throws IOException {
        conversation.end();
    }

    final void exchange(byte[] commands, WireBuffer content) throws IOException {
        conversation.write(commands);
        conversation.await(3);
        conversation.write(content);
        conversation.await(1);
    }

    private static byte[] commands(Notification mail) {
        String recipient = mail.recipients().get(0).address();
        return ("MAIL FROM:<" + SampleMail.FROM + ">\r\nRCPT TO:<" + recipient + ">\r\nDATA\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Rendering extends BareSocket {
        private final HandWrittenMail writer = new HandWrittenMail();

        Rendering(BareConversation conversation) {
            super(conversation);
        }

        @Override
        public void send(Notification mail) throws IOException {
            exchange(commands(mail), writer.render(mail));
        }
    }

    private static final class Prepared extends BareSocket {
        private byte[] commands = new byte[0];
        private @Nullable WireBuffer content;

        Prepared(BareConversation conversation) {
            super(conversation);
        }

        @Override
        public void send(Notification mail) throws IOException {
            if (content == null) {
                commands = commands(mail);
                content = new HandWrittenMail().render(mail);
            }
            exchange(commands, content);
        }
    }
}
