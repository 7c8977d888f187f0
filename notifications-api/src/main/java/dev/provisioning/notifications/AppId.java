package dev.provisioning.notifications;

import org.jspecify.annotations.Nullable;

/**
 * Names one application that accounts are provisioned into: the target of one tenant.
 *
 * <p>Both parts are opaque: they are compared letter by letter and never shown to the reader of a mail,
 * who sees {@link Subscription#displayName()} instead. Immutable and thread-safe.
 *
 * <p>This is a record in all but name. It keeps its hash, because everything that is kept of applications is found by it, and
 * two texts less to look at are half of what a report costs that many applications take turns in.
 */
public final class AppId {
    /** The longest {@link #tenant()} and {@link #name()}, in UTF-16 units. */
    public static final int MAX_LENGTH = 200;

    private final String tenant;
    private final String name;
    private final int hash;

    private AppId(String tenant, String name) {
        this.tenant = Check.line("app.tenant", tenant, MAX_LENGTH);
        this.name = Check.line("app.name", name, MAX_LENGTH);
        this.hash = 31 * tenant.hashCode() + name.hashCode();
    }

    /**
     * Names an application of a tenant.
     *
     * @param tenant whose application it is; 1 to {@value #MAX_LENGTH} characters on one line
     * @param name which of the tenant's applications; 1 to {@value #MAX_LENGTH} characters on one line
     * @return the name of the application
     * @throws IllegalArgumentException if a part is blank, over-long or holds a control character
     */
    public static AppId of(String tenant, String name) {
        return new AppId(tenant, name);
    }

    /** {@return whose application it is} */
    public String tenant() {
        return tenant;
    }

    /** {@return which of the tenant's applications it is} */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof AppId app
                        && hash == app.hash
                        && name.equals(app.name)
                        && tenant.equals(app.tenant));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** {@return tenant and name with a slash between them, for logs} */
    @Override
    public String toString() {
        return tenant + "/" + name;
    }
}
