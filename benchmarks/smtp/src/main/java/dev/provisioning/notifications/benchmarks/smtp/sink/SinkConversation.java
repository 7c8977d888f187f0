package dev.provisioning.notifications.benchmarks.smtp.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One connection. Answers leave when all that has come in is worked off, so a client that pipelines (RFC 2920), or sends
 * its next mail without waiting for the answer to the last, gets its answers in one packet.
 */
final class SinkConversation {
    private static final byte[] GREETING = reply("220 sink.example.com ESMTP");
    private static final byte[] HELLO =
            reply("250-sink.example.com\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SIZE 52428800\r\n250 SMTPUTF8");
    private static final byte[] OK = reply("250 2.0.0 OK");
    private static final byte[] GO_AHEAD = reply("354 End data with <CR><LF>.<CR><LF>");
    private static final byte[] BYE = reply("221 2.0.0 Bye");
    private static final byte[] UNKNOWN = reply("500 5.5.2 What?");
    private static final byte[] NO_RECIPIENT = reply("503 5.5.1 No recipient");

    private final InputStream in;
    private final OutputStream out;
    private final Incoming incoming;
    private final EndOfData endOfData = new EndOfData();
    private final byte[] input = new byte[64 * 1024];
    private final byte[] output = new byte[16 * 1024];
    private int next;
    private int end;
    private int pending;
    private int recipients;
    private boolean leaving;

    SinkConversation(InputStream in, OutputStream out, Incoming incoming) {
        this.in = in;
        this.out = out;
        this.incoming = incoming;
    }

    /** Talks until the client has left. */
    void run() throws IOException {
        answer(GREETING);
        while (!leaving && command()) {}
        flush();
    }

    private boolean command() throws IOException {
        int lineEnd = lineEnd();
        if (lineEnd < 0) {
            return false;
        }
        int begin = next;
        next = lineEnd + 1;
        String verb = new String(input, begin, Math.min(4, lineEnd - begin), StandardCharsets.US_ASCII);
        obey(verb);
        return true;
    }

    private void obey(String verb) throws IOException {
        switch (verb) {
            case "EHLO", "HELO" -> answer(HELLO);
            case "MAIL", "RSET" -> {
                recipients = 0;
                answer(OK);
            }
            case "RCPT" -> {
                recipients++;
                answer(OK);
            }
            case "NOOP" -> answer(OK);
            case "DATA" -> data();
            case "QUIT" -> {
                leaving = true;
                answer(BYE);
            }
            default -> answer(UNKNOWN);
        }
    }

    private void data() throws IOException {
        if (recipients == 0) {
            answer(NO_RECIPIENT);
            return;
        }
        recipients = 0;
        answer(GO_AHEAD);
        int found = -1;
        while (found < 0) {
            if (next == end && !read()) {
                leaving = true;
                return;
            }
            found = endOfData.find(input, next, end);
            int upTo = found < 0 ? end : found;
            incoming.add(input, next, upTo);
            next = upTo;
        }
        incoming.accepted();
        answer(OK);
    }

    /** Where the line feed of the next line is, or -1 when the client has left. */
    private int lineEnd() throws IOException {
        int i = next;
        while (true) {
            if (i == end) {
                int seen = i - next;
                if (!read()) {
                    return -1;
                }
                i = next + seen;
            } else if (input[i] == '\n') {
                return i;
            } else {
                i++;
            }
        }
    }

    /** Reads more, behind what is not worked off. */
    private boolean read() throws IOException {
        flush();
        System.arraycopy(input, next, input, 0, end - next);
        end -= next;
        next = 0;
        int count = end == input.length ? -1 : in.read(input, end, input.length - end);
        end += Math.max(0, count);
        return count > 0;
    }

    private void answer(byte[] reply) throws IOException {
        if (output.length - pending < reply.length) {
            flush();
        }
        System.arraycopy(reply, 0, output, pending, reply.length);
        pending += reply.length;
    }

    private void flush() throws IOException {
        if (pending > 0) {
            out.write(output, 0, pending);
            pending = 0;
        }
    }

    private static byte[] reply(String lines) {
        return (lines + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
