package dev.provisioning.notifications.smtp;

import java.util.function.Supplier;

/**
 * Who signs in.
 *
 * @param user the name
 * @param password asked at every connection, so that it may change
 */
record Credentials(String user, Supplier<String> password) {
    /** {@return nothing that helps to sign in} */
    @Override
    public String toString() {
        return "Credentials[***]";
    }
}
