package dev.provisioning.notifications.core.privacy;

import dev.provisioning.notifications.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Takes secrets and people out of words that leave the house, and puts {@code ***} in their place.
 *
 * <p>Secrets are found by the names before them ({@code password=}, {@code "client_secret": }, {@code Authorization:}), by
 * their shape (tokens of well-known issuers, private keys, user information in addresses) and, if they are long, by looking
 * random. People are mail addresses, of which the domain stays, names of accounts such as {@code EXAMPLE\ada} and
 * {@code uid=ada,ou=people}, and what stands after a name such as {@code user:}. Names of services and machines
 * ({@code svc-sync}, {@code host$}) and mailboxes of a role ({@code postmaster@}) stay, as do identifiers, hosts, paths and
 * dates. In doubt it hides: a secret after {@code password: } that is one plain word cannot be told from prose. What nothing
 * gives away, such as the name of a person in a sentence, it cannot find.
 *
 * <p>What it has redacted it leaves as it is. It takes time in proportion to the length of a text, whatever the text is; a
 * text that an expression of a host cannot cope with is hidden as a whole. Immutable and thread-safe.
 *
 * <pre>{@code
 * Redactor redactor = Redactor.builder()
 *         .hide(Pattern.compile("ticket ([A-Z0-9]{12})"))
 *         .allow(Pattern.compile(".*@robots\\.example\\.com"))
 *         .build();
 * redactor.redact("user=ada password=hunter2 at ldaps://ldap.example.com"); // user=*** password=*** at ldaps://…
 * }</pre>
 *
 * @see LinkPolicy
 */
public final class Redactor {
    private static final int MOST_ROUNDS = 10;
    private static final Redactor STANDARD = builder().build();

    private final List<Detector> detectors;
    private final Identities identities;
    private final boolean people;

    private Redactor(Builder builder) {
        this.identities = new Identities(builder.allowed);
        this.people = !builder.peopleAllowed;
        this.detectors =
                new ArrayList<>(List.of(new KeyedSecrets(), new SecretShapes(), new HostPatterns(builder.hidden)));
        if (people) {
            detectors.add(identities);
        }
    }

    /** {@return a redactor that hides secrets and people} */
    public static Redactor standard() {
        return STANDARD;
    }

    /**
     * Begins a redactor that does what {@link #standard()} does, and more or less.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Takes secrets and people out of a text.
     *
     * @param text any text
     * @return the text with {@code ***} for each; the same instance if there is none
     */
    public String redact(String text) {
        String now = text;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Spans found = new Spans(now);
            for (Detector detector : detectors) {
                detect(detector, now, found);
            }
            if (found.isEmpty()) {
                return now;
            }
            now = found.hidden();
        }
        // Each round uncovers more: a text made to do that says nothing that anybody has to read.
        return Spans.HIDDEN;
    }

    /**
     * Takes secrets and people out of the words of an issue: summary, detail, remedy, names and values of facts, labels and
     * roles of links, and the consequence of the deadline. The name of a fact decides about its whole value: of a
     * {@code Password}, nothing is left, and of a {@code User} nothing but what may stay. What grows beyond its bound is
     * cut. Everything else stays as it is, also the addresses of links, about which a {@link LinkPolicy} decides.
     *
     * @param issue any issue
     * @return the issue without them; the same instance if there are none
     */
    public Issue redact(Issue issue) {
        return new IssueRedaction(this).of(issue);
    }

    /**
     * Makes a throwable fit to be logged: its messages, and those of its causes and of what was suppressed, lose their
     * secrets and people, and become one line without control characters. Each says first of which class the original is,
     * and has its stack trace. Of a very long or circular chain, the end is left out.
     *
     * @param throwable any throwable
     * @return one that may be logged but not caught by its class; the same instance if there is nothing to hide
     */
    public Throwable redact(Throwable throwable) {
        return RedactedThrowable.of(throwable, this);
    }

    /** Where one gives up, nobody knows what it would have found; and a report must not fail for it. */
    private static void detect(Detector detector, String text, Spans found) {
        try {
            detector.detect(text, found);
        } catch (RuntimeException | StackOverflowError e) {
            found.hide(0, text.length());
        }
    }

    /** What is left of the value of a fact. */
    String factValue(String name, String value) {
        if (Names.ofSecret(name)) {
            return Harmless.isState(value.strip()) ? value : hidden(value);
        }
        if (people && Names.ofPersonAsFact(name)) {
            return redact(identities.hide(value));
        }
        return redact(value);
    }

    private static String hidden(String value) {
        Spans found = new Spans(value);
        found.hide(0, value.length());
        return found.hidden();
    }

    /** Gathers what a redactor hides, and what it leaves. Not thread-safe. */
    public static final class Builder {
        private final List<Pattern> hidden = new ArrayList<>();
        private final List<Pattern> allowed = new ArrayList<>();
        private boolean peopleAllowed;

        private Builder() {}

        /**
         * Hides one thing more, wherever it is found in a text: what the first group of an expression has matched, or all
         * of it if it has no group. An empty match hides nothing; where the expression overflows the stack or backtracks
         * without end, the whole text is hidden.
         *
         * @param pattern what to hide
         * @return this builder
         */
        public Builder hide(Pattern pattern) {
            hidden.add(Objects.requireNonNull(pattern, "redactor.hide is missing"));
            return this;
        }

        /**
         * Leaves a mail address or the name of an account that an expression matches as a whole.
         *
         * @param pattern which ones: {@code ada@example.com}, {@code EXAMPLE\ada} or {@code ada}, as they are written
         * @return this builder
         */
        public Builder allow(Pattern pattern) {
            allowed.add(Objects.requireNonNull(pattern, "redactor.allow is missing"));
            return this;
        }

        /**
         * Leaves all people; secrets are hidden all the same. Default: people are hidden.
         *
         * @return this builder
         */
        public Builder allowPeople() {
            peopleAllowed = true;
            return this;
        }

        /** {@return a redactor} */
        public Redactor build() {
            return new Redactor(this);
        }
    }
}
