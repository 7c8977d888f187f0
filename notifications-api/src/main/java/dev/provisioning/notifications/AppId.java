package dev.provisioning.notifications;

/**
 * Names one application that accounts are provisioned into: the target of one tenant.
 *
 * <p>Both parts are opaque: they are compared letter by letter and never shown to the reader of a mail,
 * who sees {@link Subscription#displayName()} instead. Immutable and thread-safe.
 *
 * @param tenant whose application it is; 1 to {@value #MAX_LENGTH} characters on one line
 * @param name which of the tenant's applications; 1 to {@value #MAX_LENGTH} characters on one line
 */
public record AppId(String tenant, String name) {
    /** The longest {@link #tenant()} and {@link #name()}, in UTF-16 units. */
    public static final int MAX_LENGTH = 200;

    /**
     * Names an application.
     *
     * @throws IllegalArgumentException if a part is blank, over-long or holds a control character
     */
    public AppId {
        Check.line("app.tenant", tenant, MAX_LENGTH);
        Check.line("app.name", name, MAX_LENGTH);
    }

    /**
     * Names an application of a tenant.
     *
     * @param tenant whose application it is
     * @param name which of the tenant's applications
     * @return the name of the application
     * @throws IllegalArgumentException if a part is blank, over-long or holds a control character
     */
    public static AppId of(String tenant, String name) {
        return new AppId(tenant, name);
    }

    /** {@return tenant and name with a slash between them, for logs} */
    @Override
    public String toString() {
        return tenant + "/" + name;
    }
}
