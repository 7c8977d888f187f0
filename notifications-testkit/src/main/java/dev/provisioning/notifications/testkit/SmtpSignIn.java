package dev.provisioning.notifications.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** The AUTH command (RFC 4954) by PLAIN, LOGIN and XOAUTH2. For one thread. */
final class SmtpSignIn {
    private static final String REFUSAL = "535 5.7.8 wrong user or password";
    private static final String TOKEN_REFUSAL = "{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"mail\"}";

    private final SmtpAccounts accounts;
    private final SmtpWire wire;
    private final SmtpVoice voice;

    SmtpSignIn(SmtpAccounts accounts, SmtpWire wire, SmtpVoice voice) {
        this.accounts = accounts;
        this.wire = wire;
        this.voice = voice;
    }

    /** Asks for what is missing, answers, and tells whether the client has proved who it is. */
    boolean run(String line) throws IOException {
        String[] words = line.split(" ");
        String mechanism = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "";
        if (!accounts.mechanisms().contains(mechanism)) {
            voice.say("504 5.5.4 not by that");
            return false;
        }
        try {
            boolean known = known(mechanism, words);
            voice.say(known ? "235 2.7.0 welcome" : REFUSAL);
            return known;
        } catch (IllegalArgumentException e) {
            voice.say("501 5.5.2 that is not base64");
            return false;
        }
    }

    private boolean known(String mechanism, String[] words) throws IOException {
        if (mechanism.equals("LOGIN")) {
            return accounts.knowsPassword(ask(encode("Username:")) + "\0" + ask(encode("Password:")));
        }
        String response = words.length > 2 ? decode(words[2]) : ask("");
        return mechanism.equals("PLAIN")
                ? accounts.knowsPassword(response.substring(response.indexOf('\0') + 1))
                : knownByToken(response);
    }

    /** The refusal of a token is told first as a challenge, to which the client answers by an empty line. */
    private boolean knownByToken(String response) throws IOException {
        boolean known = accounts.knowsToken(response);
        if (!known) {
            ask(encode(TOKEN_REFUSAL));
        }
        return known;
    }

    private String ask(String prompt) throws IOException {
        voice.say("334 " + prompt);
        return decode(wire.readLine());
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
