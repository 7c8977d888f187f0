package dev.provisioning.notifications.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One connection to a {@link ScriptedSmtpServer}, from greeting to end. For one thread. */
final class SmtpConversation {
    private final ScriptedSmtpServer server;
    private final SmtpWire wire;
    private final SmtpVoice voice;
    private final int number;
    private final List<String> recipients = new ArrayList<>();
    private @Nullable String sender;
    private boolean authenticated;

    SmtpConversation(ScriptedSmtpServer server, SmtpWire wire, SmtpVoice voice, int number) {
        this.server = server;
        this.wire = wire;
        this.voice = voice;
        this.number = number;
    }

    /** Talks until one side has had enough, which an exception tells. */
    void run() throws IOException {
        if (server.offer().security() == ScriptedSmtpServer.Security.TLS) {
            secure();
        }
        if (voice.answer(SmtpStep.CONNECT, "220 scripted.example ESMTP") == '2') {
            while (true) {
                command(wire.readLine());
            }
        }
    }

    private void command(String latin) throws IOException {
        String line = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        server.log().command(number, line, wire.reads());
        switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
            case "EHLO" -> hello(SmtpStep.EHLO, server.offer().greeting(wire.isSecure()));
            case "HELO" -> hello(SmtpStep.HELO, "250 scripted.example");
            case "STARTTLS" -> startTls();
            case "AUTH" -> authenticate(line);
            case "MAIL" -> mail(line);
            case "RCPT" -> recipient(line);
            case "DATA" -> data();
            case "RSET" -> reset();
            case "NOOP" -> voice.answer(SmtpStep.NOOP, "250 2.0.0 well");
            case "QUIT" -> quit();
            default -> voice.say("500 5.5.2 what?");
        }
    }

    private void hello(SmtpStep step, String... lines) throws IOException {
        voice.answer(step, lines);
        forget();
    }

    private void reset() throws IOException {
        forget();
        voice.answer(SmtpStep.RSET, "250 2.0.0 forgotten");
    }

    private void forget() {
        sender = null;
        recipients.clear();
    }

    private void startTls() throws IOException {
        if (!server.offer().startTls(wire.isSecure())) {
            voice.say("502 5.5.1 no TLS here");
        } else if (voice.answer(SmtpStep.STARTTLS, "220 2.0.0 go ahead") == '2') {
            secure();
            forget();
        }
    }

    private void secure() throws IOException {
        wire.awaitTls();
        actIfScripted(SmtpStep.HANDSHAKE);
        wire.flush();
        wire.secure(server.certificate().serverContext());
    }

    private void authenticate(String line) throws IOException {
        if (!server.offer().auth(wire.isSecure()) || authenticated) {
            voice.say("503 5.5.1 no AUTH here");
            return;
        }
        SmtpReaction scripted = voice.scripted(SmtpStep.AUTH);
        authenticated = scripted == null
                ? new SmtpSignIn(server.offer().accounts(), wire, voice).run(line)
                : voice.act(scripted) == '2';
    }

    private void mail(String line) throws IOException {
        if (server.offer().auth(wire.isSecure()) && !authenticated) {
            voice.say("530 5.7.0 authentication required");
        } else if (voice.answer(SmtpStep.MAIL, "250 2.1.0 sender ok") == '2') {
            sender = address(line);
        }
    }

    private void recipient(String line) throws IOException {
        String address = address(line);
        if (sender == null) {
            voice.say("503 5.5.1 MAIL first");
        } else if (voice.answerFor(address, SmtpStep.RCPT, "250 2.1.5 recipient ok") == '2') {
            recipients.add(address);
        }
    }

    private static String address(String line) {
        return line.substring(line.indexOf('<') + 1, line.indexOf('>'));
    }

    private void data() throws IOException {
        String usual =
                recipients.isEmpty() ? "554 5.5.1 no valid recipients" : "354 end with a dot on a line of its own";
        if (sender == null) {
            voice.say("503 5.5.1 MAIL first");
        } else if (voice.answer(SmtpStep.DATA, usual) == '3') {
            byte[] content = content();
            endOfData(new SmtpMail(sender, recipients, content));
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
            if (first) {
                actIfScripted(SmtpStep.BODY);
                wire.flush();
            }
            line = wire.readLine();
        }
        server.log().command(number, line, wire.reads());
        return content.toByteArray();
    }

    /** Nobody takes responsibility for a mail to nobody, whatever is said (RFC 2920 section 3.1). */
    private void endOfData(SmtpMail mail) throws IOException {
        boolean toNobody = mail.recipients().isEmpty();
        SmtpReaction scripted = voice.scripted(SmtpStep.END_OF_DATA);
        String usual = toNobody ? "554 5.5.1 no valid recipients" : "250 2.0.0 queued";
        SmtpReaction reaction = scripted == null ? new SmtpReaction.Reply(List.of(usual)) : scripted;
        if (reaction.accepts() && !toNobody) {
            server.log().accepted(mail);
        }
        voice.act(reaction);
        wire.flush();
    }

    private void quit() throws IOException {
        voice.answer(SmtpStep.QUIT, "221 2.0.0 bye");
        throw new SmtpVoice.Ended();
    }

    private void actIfScripted(SmtpStep step) throws IOException {
        SmtpReaction scripted = voice.scripted(step);
        if (scripted != null) {
            voice.act(scripted);
        }
    }
}
