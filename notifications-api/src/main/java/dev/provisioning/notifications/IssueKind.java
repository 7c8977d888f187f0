package dev.provisioning.notifications;

import java.util.regex.Pattern;

/**
 * What sort of problem an {@link Issue} is: an open set, of which the well-known ones are constants here.
 *
 * <p>A composer knows a title and a remedy for each constant; for a kind of your own it uses the issue's
 * own words. Immutable and thread-safe.
 *
 * @param name lower-case words joined by hyphens, at most 64 characters: {@code quota-exceeded}
 */
public record IssueKind(String name) {
    // Before the kinds: static fields are set in the order of the text, and making a kind uses it.
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MAX_LENGTH = 64;

    /** The target refuses the account that the engine signs in with. */
    public static final IssueKind CREDENTIALS_INVALID = new IssueKind("credentials-invalid");

    /** The account that the engine signs in with will soon be refused. */
    public static final IssueKind CREDENTIALS_EXPIRING = new IssueKind("credentials-expiring");

    /** The engine has put the application aside and tries it less often. */
    public static final IssueKind QUARANTINED = new IssueKind("quarantined");

    /** A cycle was stopped because it would have deleted or disabled too many accounts. */
    public static final IssueKind DELETE_THRESHOLD_EXCEEDED = new IssueKind("delete-threshold-exceeded");

    /** Too large a part of the accounts could not be provisioned. */
    public static final IssueKind FAILURE_RATE_EXCEEDED = new IssueKind("failure-rate-exceeded");

    /** The target does not answer. */
    public static final IssueKind TARGET_UNREACHABLE = new IssueKind("target-unreachable");

    /** The target has other attributes, or other rules for them, than the engine was set up for. */
    public static final IssueKind SCHEMA_MISMATCH = new IssueKind("schema-mismatch");

    /** Licences, seats or requests at the target are used up. */
    public static final IssueKind QUOTA_EXCEEDED = new IssueKind("quota-exceeded");

    /** Provisioning of the application was switched off. */
    public static final IssueKind JOB_DISABLED = new IssueKind("job-disabled");

    /**
     * Names a kind.
     *
     * @throws IllegalArgumentException if the name is not lower-case words joined by hyphens
     */
    public IssueKind {
        Check.line("kind.name", name, MAX_LENGTH);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "kind.name is not lower-case words joined by hyphens: " + Check.shown(name));
        }
    }

    /**
     * Names a kind, perhaps one of your own.
     *
     * @param name lower-case words joined by hyphens
     * @return the kind of that name
     * @throws IllegalArgumentException if the name is not lower-case words joined by hyphens
     */
    public static IssueKind of(String name) {
        return new IssueKind(name);
    }

    /** {@return the name} */
    @Override
    public String toString() {
        return name;
    }
}
