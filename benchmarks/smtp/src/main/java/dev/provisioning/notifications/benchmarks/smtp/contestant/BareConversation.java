package dev.provisioning.notifications.benchmarks.smtp.contestant;

import dev.provisioning.notifications.benchmarks.smtp.mail.WireBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The other side of a bare socket: sends, and waits for as many answers as belong to that. */
final class BareConversation {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] input = new byte[8192];
    private int next;
    private int end;

    private BareConversation(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    static BareConversation begin(Socket socket) throws IOException {
        BareConversation conversation = new BareConversation(socket);
        conversation.await(1);
        conversation.say("EHLO " + Server.HELLO);
        return conversation;
    }

    void end() throws IOException {
        try (socket) {
            say("QUIT");
        }
    }

    void write(byte[] commands) throws IOException {
        out.write(commands);
    }

    void write(WireBuffer content) throws IOException {
        content.writeTo(out);
    }

    private void say(String command) throws IOException {
        write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
        await(1);
    }

    void await(int answers) throws IOException {
        for (int missing = answers; missing > 0; ) {
            missing -= isLastLine() ? 1 : 0;
        }
    }

    /** Takes in one line of an answer (RFC 5321 section 4.2): all but the last have a hyphen behind the code. */
    private boolean isLastLine() throws IOException {
        int first = octet();
        octet();
        octet();
        int fourth = octet();
        for (int octet = fourth; octet != '\n'; ) {
            octet = octet();
        }
        if (first != '2' && first != '3') {
            throw new IOException("the sink refuses with " + (char) first + "yz");
        }
        return fourth != '-';
    }

    private int octet() throws IOException {
        if (next == end) {
            end = Math.max(0, in.read(input));
            next = 0;
            if (end == 0) {
                throw new IOException("the sink has hung up");
            }
        }
        return input[next++];
    }
}
