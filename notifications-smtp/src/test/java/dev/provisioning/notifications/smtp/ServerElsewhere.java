package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.testkit.ScriptedSmtpServer;
import dev.provisioning.notifications.testkit.SmtpStep;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A server in a Java of its own, whose memory is of no interest. Its first connection is offered PLAIN, its second LOGIN,
 * and its third XOAUTH2.
 */
final class ServerElsewhere implements AutoCloseable {
    private final Process process;
    private final Socket control;
    private final int port;

    private ServerElsewhere(Process process, Socket control, int port) {
        this.process = process;
        this.control = control;
        this.port = port;
    }

    /** Starts it. The secret is not kept here, and its bytes are wiped. */
    static ServerElsewhere start(byte[] secret) throws IOException {
        try (ServerSocket meeting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            meeting.setSoTimeout((int) Fixtures.PATIENCE.toMillis());
            Process process = OtherJava.start(List.of(), ServerElsewhere.class, String.valueOf(meeting.getLocalPort()));
            Socket control = meeting.accept();
            DataOutputStream out = new DataOutputStream(control.getOutputStream());
            out.writeInt(secret.length);
            out.write(secret);
            Arrays.fill(secret, (byte) 0);
            return new ServerElsewhere(process, control, new DataInputStream(control.getInputStream()).readInt());
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        control.close();
        process.destroy();
    }

    /** Serves until whoever has started it is gone. */
    public static void main(String... port) throws IOException {
        try (Socket control = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port[0]))) {
            DataInputStream in = new DataInputStream(control.getInputStream());
            String secret = new String(in.readNBytes(in.readInt()), StandardCharsets.US_ASCII);
            try (ScriptedSmtpServer server = ScriptedSmtpServer.tls()
                    .user("engine", secret)
                    .token("engine", secret)
                    .start()) {
                server.on(SmtpStep.EHLO).connection(1).reply("250-scripted.example", "250 AUTH PLAIN");
                server.on(SmtpStep.EHLO).connection(2).reply("250-scripted.example", "250 AUTH LOGIN");
                new DataOutputStream(control.getOutputStream()).writeInt(server.port());
                in.readAllBytes();
            }
        }
    }
}
