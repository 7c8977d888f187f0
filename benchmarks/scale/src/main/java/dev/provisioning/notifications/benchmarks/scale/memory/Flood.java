package dev.provisioning.notifications.benchmarks.scale.memory;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;

/** Reports of an engine that has gone wild. */
public enum Flood {
    /** One application with ever new problems. */
    KEYS("one application, a new key each", 4) {
        @Override
        Issue issue(int number) {
            return Issue.builder(AppId.of("contoso", "salesforce"), IssueKind.SCHEMA_MISMATCH)
                    .key("object-" + number)
                    .summary("There is no attribute for object " + number + " any more")
                    .build();
        }
    },
    /** Ever new applications. */
    APPLICATIONS("a new application each", 512) {
        @Override
        Issue issue(int number) {
            return Issue.builder(AppId.of("contoso-" + number / 10, "salesforce-" + number), IssueKind.QUARANTINED)
                    .summary("The application salesforce-" + number + " is in quarantine")
                    .build();
        }
    },
    /** The longest issues that are allowed, of ten applications, with ever new keys. */
    TEXTS("ten applications, the longest texts, a new key each", 32) {
        @Override
        Issue issue(int number) {
            return longest(AppId.of("contoso", "salesforce-" + number % 10), "object-" + number);
        }
    },
    /** Applications with a short issue each, which then are repeated with the longest texts. */
    REPEATS("as many applications, then a repeat with the longest texts each", 512) {
        @Override
        Issue issue(int number) {
            AppId app = AppId.of("contoso", "salesforce-" + number % REPEATED);
            return number < REPEATED
                    ? Issue.builder(app, IssueKind.SCHEMA_MISMATCH)
                            .key("object")
                            .summary("There is no attribute any more")
                            .build()
                    : longest(app, "object");
        }
    };

    /** How many applications there are whose issues are repeated. */
    public static final int REPEATED = 100_000;

    private final String label;
    private final int bound;

    Flood(String label, int bound) {
        this.label = label;
        this.bound = bound;
    }

    /** {@return how tables name it} */
    public String label() {
        return label;
    }

    /** {@return what it may leave at most, in MiB} */
    public int bound() {
        return bound;
    }

    abstract Issue issue(int number);

    private static Issue longest(AppId app, String key) {
        Issue.Builder issue = Issue.builder(app, IssueKind.SCHEMA_MISMATCH)
                .key(key)
                .summary(words(Issue.MAX_SUMMARY))
                .detail(words(Issue.MAX_DETAIL))
                .remedy(words(Issue.MAX_REMEDY));
        for (int i = 0; i < Issue.MAX_FACTS; i++) {
            issue.fact("attribute " + i, words(Issue.MAX_FACT_VALUE));
        }
        return issue.build();
    }

    /** Plain words, a new string each time. */
    private static String words(int length) {
        return "the target has no such attribute ".repeat(length / 32 + 1).substring(0, length - 1) + ".";
    }
}
