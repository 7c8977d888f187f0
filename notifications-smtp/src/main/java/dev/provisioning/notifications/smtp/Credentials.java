package dev.provisioning.notifications.smtp;

import java.util.function.Supplier;

/**
 * Who signs in.
 *
 * @param user the name
 * @param secret asked at every connection, so that it may change
 * @param kind what the secret is
 */
record Credentials(String user, Supplier<String> secret, Kind kind) {
    /** What somebody signs in with. */
    enum Kind {
        PASSWORD("password"),
        TOKEN("token");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** {@return the word for it} */
        @Override
        public String toString() {
            return word;
        }
    }

    static Credentials password(String user, Supplier<String> password) {
        return new Credentials(user, password, Kind.PASSWORD);
    }

    static Credentials token(String user, Supplier<String> token) {
        return new Credentials(user, token, Kind.TOKEN);
    }

    /** Asks for the secret. */
    String ask() throws SmtpFailure {
        String told;
        try {
            told = secret.get();
        } catch (RuntimeException e) {
            // Its message might hold what it was about to tell.
            throw SmtpFailure.beforeSigningIn(
                    Problem.SILENT,
                    "the " + kind + " could not be obtained: " + e.getClass().getName());
        }
        if (told == null || told.isEmpty()) {
            throw SmtpFailure.beforeSigningIn(Problem.UNFIT, "there is no " + kind);
        }
        return told;
    }

    /** {@return nothing that helps to sign in} */
    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
