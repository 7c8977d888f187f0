package dev.provisioning.notifications.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection to a {@link ScriptedSmtpServer}, from greeting to end. */
final class SmtpConversation {
    private final ScriptedSmtpServer server;
    private final SmtpWire wire;
    private final int number;
    private final CountDownLatch closed;
    private final List<String> recipients = new ArrayList<>();
    private @Nullable String sender;
    private boolean authenticated;

    SmtpConversation(ScriptedSmtpServer server, SmtpWire wire, int number, CountDownLatch closed) {
        this.server = server;
        this.wire = wire;
        this.number = number;
        this.closed = closed;
    }

    /** Talks until one side has had enough, which an exception tells. */
    void run() throws IOException {
        if (server.security() == ScriptedSmtpServer.Security.TLS) {
            secure();
        }
        if (answer(SmtpStep.CONNECT, "220 scripted.example ESMTP") == '2') {
            while (true) {
                command(wire.readLine());
            }
        }
    }

    private void command(String latin) throws IOException {
        String line = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        server.log().command(number, line);
        switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
            case "EHLO" -> hello(SmtpStep.EHLO, server.greeting(wire.isSecure()));
            case "HELO" -> hello(SmtpStep.HELO, List.of("250 scripted.example"));
            case "STARTTLS" -> startTls();
            case "AUTH" -> authenticate(line);
            case "MAIL" -> mail(line);
            case "RCPT" -> recipient(line);
            case "DATA" -> data();
            case "RSET" -> reset();
            case "NOOP" -> say("250 2.0.0 well");
            case "QUIT" -> quit();
            default -> say("500 5.5.2 what?");
        }
    }

    private void hello(SmtpStep step, List<String> lines) throws IOException {
        answer(step, lines.toArray(String[]::new));
        forget();
    }

    private void reset() throws IOException {
        forget();
        say("250 2.0.0 forgotten");
    }

    private void forget() {
        sender = null;
        recipients.clear();
    }

    private void startTls() throws IOException {
        if (server.security() != ScriptedSmtpServer.Security.STARTTLS || wire.isSecure()) {
            say("502 5.5.1 no TLS here");
        } else if (answer(SmtpStep.STARTTLS, "220 2.0.0 go ahead") == '2') {
            secure();
            forget();
        }
    }

    private void secure() throws IOException {
        SmtpReaction scripted = server.reaction(SmtpStep.HANDSHAKE, number, null);
        if (scripted != null) {
            act(scripted);
        }
        wire.secure(server.certificate().serverContext());
    }

    private void authenticate(String line) throws IOException {
        if (!server.announcesAuth(wire.isSecure())) {
            say("503 5.5.1 no AUTH here");
            return;
        }
        SmtpReaction scripted = server.reaction(SmtpStep.AUTH, number, null);
        if (scripted != null) {
            authenticated = act(scripted) == '2';
            return;
        }
        authenticated = server.knows(credentials(line.split(" ")));
        say(authenticated ? "235 2.7.0 welcome" : "535 5.7.8 wrong user or password");
    }

    /** User and password with a NUL between them. */
    private String credentials(String[] words) throws IOException {
        if (words[1].equalsIgnoreCase("LOGIN")) {
            return ask("VXNlcm5hbWU6") + "\0" + ask("UGFzc3dvcmQ6");
        }
        String plain = words.length > 2 ? decode(words[2]) : ask("");
        return plain.substring(plain.indexOf('\0') + 1);
    }

    private String ask(String prompt) throws IOException {
        say("334 " + prompt);
        return decode(wire.readLine());
    }

    private static String decode(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private void mail(String line) throws IOException {
        if (server.announcesAuth(wire.isSecure()) && !authenticated) {
            say("530 5.7.0 authentication required");
        } else if (answer(SmtpStep.MAIL, "250 2.1.0 sender ok") == '2') {
            sender = address(line);
        }
    }

    private void recipient(String line) throws IOException {
        String address = address(line);
        if (sender == null) {
            say("503 5.5.1 MAIL first");
        } else if (answerFor(address, SmtpStep.RCPT, "250 2.1.5 recipient ok") == '2') {
            recipients.add(address);
        }
    }

    private static String address(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private void data() throws IOException {
        if (recipients.isEmpty()) {
            say("503 5.5.1 RCPT first");
        } else if (answer(SmtpStep.DATA, "354 end with a dot on a line of its own") == '3') {
            byte[] content = content();
            endOfData(new SmtpMail(String.valueOf(sender), recipients, content));
            forget();
        }
    }

    private byte[] content() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        String line = wire.readLine();
        while (!line.equals(".")) {
            String undoubled = line.startsWith(".") ? line.substring(1) : line;
            boolean first = content.size() == 0;
            content.writeBytes((undoubled + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            SmtpReaction scripted = first ? server.reaction(SmtpStep.BODY, number, null) : null;
            if (scripted != null) {
                act(scripted);
            }
            line = wire.readLine();
        }
        server.log().command(number, line);
        return content.toByteArray();
    }

    private void endOfData(SmtpMail mail) throws IOException {
        SmtpReaction scripted = server.reaction(SmtpStep.END_OF_DATA, number, null);
        SmtpReaction reaction = scripted == null ? new SmtpReaction.Reply(List.of("250 2.0.0 queued")) : scripted;
        if (reaction instanceof SmtpReaction.AcceptThenDrop
                || (reaction instanceof SmtpReaction.Reply reply && reply.last().startsWith("2"))
                || (reaction instanceof SmtpReaction.Drip drip && drip.line().startsWith("2"))) {
            server.log().accepted(mail);
        }
        act(reaction);
    }

    private void quit() throws IOException {
        answer(SmtpStep.QUIT, "221 2.0.0 bye");
        throw new Ended();
    }

    private void say(String line) throws IOException {
        wire.writeLines(List.of(line));
    }

    private char answer(SmtpStep step, String... usual) throws IOException {
        return answerFor(null, step, usual);
    }

    /** Says what the script or else the custom says, and tells the first digit of it. */
    private char answerFor(@Nullable String recipient, SmtpStep step, String... usual) throws IOException {
        SmtpReaction scripted = server.reaction(step, number, recipient);
        return act(scripted == null ? new SmtpReaction.Reply(List.of(usual)) : scripted);
    }

    private char act(SmtpReaction reaction) throws IOException {
        if (reaction instanceof SmtpReaction.Reply reply) {
            return reply(reply);
        }
        if (reaction instanceof SmtpReaction.Drip drip) {
            return drip(drip);
        }
        if (reaction instanceof SmtpReaction.Reset) {
            wire.reset();
        } else if (reaction instanceof SmtpReaction.Stall) {
            wire.swallow();
        } else if (reaction instanceof SmtpReaction.Block) {
            pause(Long.MAX_VALUE);
        }
        throw new Ended();
    }

    private char reply(SmtpReaction.Reply reply) throws IOException {
        wire.writeLines(reply.lines());
        if (reply.last().startsWith("421")) {
            throw new Ended();
        }
        return reply.last().charAt(0);
    }

    private char drip(SmtpReaction.Drip drip) throws IOException {
        for (byte b : (drip.line() + "\r\n").getBytes(StandardCharsets.UTF_8)) {
            pause(drip.pause().toNanos());
            wire.writeByte(b);
        }
        return drip.line().charAt(0);
    }

    private void pause(long nanos) throws IOException {
        try {
            if (closed.await(nanos, TimeUnit.NANOSECONDS)) {
                throw new Ended();
            }
        } catch (InterruptedException e) {
            throw new Ended();
        }
    }

    /** The conversation is over as the script wants it. */
    static final class Ended extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;
    }
}
