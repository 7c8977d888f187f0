package dev.provisioning.notifications.testkit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may sign in at a {@link ScriptedSmtpServer}, and by what. Thread-safe. */
final class SmtpAccounts {
    private final @Nullable String password;
    private final @Nullable String tokenUser;
    private volatile String token;

    SmtpAccounts(@Nullable String userNulPassword, @Nullable String tokenUser, String token) {
        this.password = userNulPassword;
        this.tokenUser = tokenUser;
        this.token = token;
    }

    /** The SASL mechanisms that lead somewhere. */
    List<String> mechanisms() {
        List<String> mechanisms = new ArrayList<>();
        if (password != null) {
            mechanisms.addAll(List.of("PLAIN", "LOGIN"));
        }
        if (tokenUser != null) {
            mechanisms.add("XOAUTH2");
        }
        return mechanisms;
    }

    void acceptToken(String next) {
        token = next;
    }

    boolean knowsPassword(String userNulPassword) {
        return userNulPassword.equals(password);
    }

    /** Whether what a client says by XOAUTH2 is right, all of it. */
    boolean knowsToken(String response) {
        return response.equals("user=" + tokenUser + "\1auth=Bearer " + token + "\1\1");
    }
}
