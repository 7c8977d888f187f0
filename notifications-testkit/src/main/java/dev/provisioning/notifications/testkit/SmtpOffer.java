package dev.provisioning.notifications.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a {@link ScriptedSmtpServer} says that it can do. Immutable and thread-safe.
 *
 * @param security how it protects conversations
 * @param extensions the lines for EHLO; AUTH without the mechanisms
 * @param accounts who may sign in
 */
record SmtpOffer(ScriptedSmtpServer.Security security, Set<String> extensions, SmtpAccounts accounts) {
    /** Whether TLS is there to be begun. */
    boolean startTls(boolean secure) {
        return security == ScriptedSmtpServer.Security.STARTTLS && !secure;
    }

    /** Whether AUTH is offered, and so demanded. */
    boolean auth(boolean secure) {
        return !accounts.mechanisms().isEmpty() && extensions.contains("AUTH") && !startTls(secure);
    }

    /** The lines that answer EHLO. */
    String[] greeting(boolean secure) {
        List<String> words = new ArrayList<>(List.of("scripted.example"));
        for (String extension : extensions) {
            if (extension.equals("AUTH") && auth(secure)) {
                words.add("AUTH " + String.join(" ", accounts.mechanisms()));
            } else if (!extension.equals("AUTH") && (!extension.equals("STARTTLS") || startTls(secure))) {
                words.add(extension);
            }
        }
        String[] lines = new String[words.size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = (i < lines.length - 1 ? "250-" : "250 ") + words.get(i);
        }
        return lines;
    }
}
