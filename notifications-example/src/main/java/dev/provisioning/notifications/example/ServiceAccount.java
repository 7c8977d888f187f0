package dev.provisioning.notifications.example;

/** The account that the engine signs in with at an application. Its password is what the administrator entered last. */
final class ServiceAccount {
    private final String dn;
    private volatile String password;

    ServiceAccount(String dn, String password) {
        this.dn = dn;
        this.password = password;
    }

    String dn() {
        return dn;
    }

    String password() {
        return password;
    }

    void enter(String newPassword) {
        password = newPassword;
    }
}
