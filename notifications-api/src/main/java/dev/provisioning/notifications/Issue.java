package dev.provisioning.notifications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with an application and may need a person.
 *
 * <p>{@link #app()} and {@link #key()} together say <em>which</em> problem it is: a second report with the same two
 * is a repeat of the first, is counted with it, and lends it its newer words. Everything else says what the reader
 * of the mail should know. Never put a password or a token into an issue.
 *
 * <p>Every field is checked when the issue is made, so that a bad one fails in the caller's hands and not in a mail:
 * texts have the bounds of the constants below and hold no control characters (where several lines are allowed, tab
 * and line feed may stand). {@link #oneLine(String)} makes a valid summary of any text, and {@link #lines(String)} a valid
 * detail. Immutable and thread-safe.
 *
 * @param app which application has the problem
 * @param kind what sort of problem it is
 * @param key which problem of that application it is; 1 to {@value #MAX_KEY} characters on one line, not beginning
 *     with {@code +}; by default the name of the kind, so that an application has one problem of a kind at a time
 * @param severity how much it matters
 * @param summary what is wrong, in one line of plain words
 * @param detail more about it, in any number of lines; may be empty
 * @param remedy what to do about it, in any number of lines; may be empty, then the composer knows one by the kind
 * @param facts names and values that help to find the cause, in the order to show them; at most {@value #MAX_FACTS}
 * @param links where to read more; at most {@value #MAX_LINKS}
 * @param deadline by when somebody has to act, if there is such a time
 * @param occurredAt when it was seen this time, also if it was reported before; if not given, the time of the report
 */
public record Issue(
        AppId app,
        IssueKind kind,
        String key,
        Severity severity,
        String summary,
        String detail,
        String remedy,
        Map<String, String> facts,
        List<ReportLink> links,
        @Nullable Deadline deadline,
        @Nullable Instant occurredAt) {
    /** The longest {@link #key()}, in UTF-16 units. */
    public static final int MAX_KEY = 200;

    /** The longest {@link #summary()}, in UTF-16 units. */
    public static final int MAX_SUMMARY = 200;

    /** The longest {@link #detail()}, in UTF-16 units. */
    public static final int MAX_DETAIL = 4_000;

    /** The longest {@link #remedy()}, in UTF-16 units. */
    public static final int MAX_REMEDY = 1_000;

    /** The most {@link #facts()}. */
    public static final int MAX_FACTS = 20;

    /** The longest name of a fact, in UTF-16 units. */
    public static final int MAX_FACT_NAME = 60;

    /** The longest value of a fact, in UTF-16 units. */
    public static final int MAX_FACT_VALUE = 500;

    /** The most {@link #links()}. */
    public static final int MAX_LINKS = 10;

    /**
     * Makes an issue; {@link #builder(AppId, IssueKind)} reads better.
     *
     * @throws IllegalArgumentException if a field is not as described above; the message names it
     */
    public Issue {
        Check.present("issue.app", app);
        Check.present("issue.kind", kind);
        Check.line("issue.key", key, MAX_KEY);
        if (key.startsWith("+")) {
            throw new IllegalArgumentException("issue.key begins with +, which is reserved: " + Check.shown(key));
        }
        Check.present("issue.severity", severity);
        Check.line("issue.summary", summary, MAX_SUMMARY);
        Check.lines("issue.detail", detail, MAX_DETAIL);
        Check.lines("issue.remedy", remedy, MAX_REMEDY);
        facts = checked(facts);
        links = Check.list("issue.links", links, MAX_LINKS);
    }

    /**
     * Begins an issue of severity {@link Severity#CRITICAL} whose key is the name of its kind.
     *
     * @param app which application has the problem
     * @param kind what sort of problem it is
     * @return a builder that still needs a {@link Builder#summary(String)}
     */
    public static Builder builder(AppId app, IssueKind kind) {
        return new Builder(app, kind);
    }

    /**
     * Makes a valid summary of any text, such as the message of an exception: control characters and runs of white
     * space become single spaces, and what is too long is cut.
     *
     * @param text any text, perhaps null
     * @return one line of 1 to {@value #MAX_SUMMARY} characters; {@code (no text)} if nothing is left
     */
    public static String oneLine(@Nullable String text) {
        return Check.oneLine(text, MAX_SUMMARY);
    }

    /**
     * Makes a valid detail of any text, such as what a target answered: line ends become line feeds, other control
     * characters spaces, and what is too long is cut.
     *
     * @param text any text, perhaps null
     * @return any number of lines of at most {@value #MAX_DETAIL} characters together; empty if nothing is left
     */
    public static String lines(@Nullable String text) {
        return Check.anyLines(text, MAX_DETAIL);
    }

    private static Map<String, String> checked(Map<String, String> facts) {
        if (Check.present("issue.facts", facts).size() > MAX_FACTS) {
            throw new IllegalArgumentException("issue.facts has " + facts.size() + " elements, more than " + MAX_FACTS);
        }
        Map<String, String> copy = new LinkedHashMap<>();
        facts.forEach((name, value) -> {
            Check.line("issue.facts", name, MAX_FACT_NAME);
            copy.put(name, Check.lines("issue.facts[" + name + "]", value, MAX_FACT_VALUE));
        });
        return copy.isEmpty() ? Map.of() : Collections.unmodifiableMap(copy);
    }

    /** Gathers the parts of an issue. Not thread-safe. */
    public static final class Builder {
        private final AppId app;
        private final IssueKind kind;
        private @Nullable String key;
        private Severity severity = Severity.CRITICAL;
        private @Nullable String summary;
        private String detail = "";
        private String remedy = "";
        private final Map<String, String> facts = new LinkedHashMap<>();
        private final List<ReportLink> links = new ArrayList<>();
        private @Nullable Deadline deadline;
        private @Nullable Instant occurredAt;

        private Builder(AppId app, IssueKind kind) {
            this.app = Check.present("issue.app", app);
            this.kind = Check.present("issue.kind", kind);
        }

        /**
         * Says which problem of the application it is. Default: the name of the kind.
         *
         * @param key 1 to {@value Issue#MAX_KEY} characters on one line, not beginning with {@code +}
         * @return this builder
         */
        public Builder key(String key) {
            this.key = key;
            return this;
        }

        /**
         * Says how much it matters. Default: {@link Severity#CRITICAL}.
         *
         * @param severity how much it matters
         * @return this builder
         */
        public Builder severity(Severity severity) {
            this.severity = severity;
            return this;
        }

        /**
         * Says what is wrong. Required.
         *
         * @param summary one line of 1 to {@value Issue#MAX_SUMMARY} characters
         * @return this builder
         */
        public Builder summary(String summary) {
            this.summary = summary;
            return this;
        }

        /**
         * Says more about it. Default: nothing.
         *
         * @param detail any number of lines, at most {@value Issue#MAX_DETAIL} characters
         * @return this builder
         */
        public Builder detail(String detail) {
            this.detail = detail;
            return this;
        }

        /**
         * Says what to do about it. Default: what the composer knows about the kind.
         *
         * @param remedy any number of lines, at most {@value Issue#MAX_REMEDY} characters
         * @return this builder
         */
        public Builder remedy(String remedy) {
            this.remedy = remedy;
            return this;
        }

        /**
         * Adds a fact that helps to find the cause, in the place of one that has the same name.
         *
         * @param name what it is, 1 to {@value Issue#MAX_FACT_NAME} characters on one line
         * @param value its value, at most {@value Issue#MAX_FACT_VALUE} characters
         * @return this builder
         */
        public Builder fact(String name, String value) {
            facts.put(name, value);
            return this;
        }

        /**
         * Adds a link to more about it.
         *
         * @param link where to read more
         * @return this builder
         */
        public Builder link(ReportLink link) {
            links.add(link);
            return this;
        }

        /**
         * Says by when somebody has to act, and what happens otherwise. Default: no deadline.
         *
         * @param at the last moment to act
         * @param consequence what happens after it, as one sentence
         * @return this builder
         * @throws IllegalArgumentException if the consequence is blank, over-long or holds a control character
         */
        public Builder deadline(Instant at, String consequence) {
            this.deadline = new Deadline(at, consequence);
            return this;
        }

        /**
         * Says when it was seen this time. Default: the time of the report.
         *
         * @param occurredAt when it was seen this time, not since when it lasts
         * @return this builder
         */
        public Builder occurredAt(Instant occurredAt) {
            this.occurredAt = occurredAt;
            return this;
        }

        /**
         * Makes the issue.
         *
         * @return the issue
         * @throws IllegalArgumentException if a field is missing or out of its bounds; the message names it
         */
        public Issue build() {
            return new Issue(
                    app,
                    kind,
                    key == null ? kind.name() : key,
                    severity,
                    Check.present("issue.summary", summary),
                    detail,
                    remedy,
                    facts,
                    links,
                    deadline,
                    occurredAt);
        }
    }
}
