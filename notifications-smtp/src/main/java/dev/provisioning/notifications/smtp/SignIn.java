package dev.provisioning.notifications.smtp;

import dev.provisioning.notifications.Stage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Signs in (RFC 4954) by PLAIN (RFC 4616), by LOGIN where that is all there is, or by XOAUTH2 with a token; once, and in no
 * other way after a refusal, so that no account is locked. The bytes of the secret are wiped once they were sent.
 */
final class SignIn {
    private static final byte[] CRLF = {'\r', '\n'};

    private final Dialogue dialogue;
    private final Capabilities capabilities;
    private final Credentials credentials;

    SignIn(Dialogue dialogue, Capabilities capabilities, Credentials credentials) {
        this.dialogue = dialogue;
        this.capabilities = capabilities;
        this.credentials = credentials;
    }

    void with(String secret) throws SmtpFailure {
        dialogue.enter(Stage.AUTH);
        if (credentials.kind() == Credentials.Kind.TOKEN) {
            byToken(secret);
        } else if (capabilities.offersAuth("PLAIN")) {
            send("AUTH PLAIN ", "\0" + credentials.user() + "\0" + secret);
            dialogue.require(dialogue.read());
        } else {
            byLogin(secret);
        }
    }

    private void byLogin(String password) throws SmtpFailure {
        requireOffer("LOGIN", "PLAIN or LOGIN");
        requireMore(dialogue.ask(Stage.AUTH, "AUTH LOGIN"));
        send("", credentials.user());
        requireMore(dialogue.read());
        send("", password);
        dialogue.require(dialogue.read());
    }

    /** A refusal is told as a challenge, which wants an empty answer before the server says no. */
    private void byToken(String token) throws SmtpFailure {
        requireOffer("XOAUTH2", "XOAUTH2");
        send("AUTH XOAUTH2 ", "user=" + credentials.user() + "\1auth=Bearer " + token + "\1\1");
        Reply reply = dialogue.read();
        dialogue.require(reply.isIntermediate() ? dialogue.ask(Stage.AUTH, "") : reply);
    }

    private void requireOffer(String mechanism, String words) throws SmtpFailure {
        if (!capabilities.offersAuth(mechanism)) {
            throw dialogue.unfit("the server does not offer to sign in by " + words);
        }
    }

    private void requireMore(Reply reply) throws SmtpFailure {
        if (!reply.isIntermediate()) {
            throw dialogue.refusal(reply);
        }
    }

    private void send(String command, String secret) throws SmtpFailure {
        byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
        byte[] encoded = Base64.getEncoder().encode(plain);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(command.getBytes(StandardCharsets.US_ASCII));
        line.writeBytes(encoded);
        line.writeBytes(CRLF);
        byte[] bytes = line.toByteArray();
        try {
            dialogue.sendSecret(bytes);
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(encoded, (byte) 0);
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
