package dev.provisioning.notifications.testkit;

import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.ReportLink;
import dev.provisioning.notifications.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Problems in the words of an engine: of each kind any number, no two alike. The first of a kind says most; later ones leave
 * out what an engine may leave out.
 *
 * @param app which application has the problems
 * @param now when the mail about them is composed
 */
record SampleIssues(AppId app, Instant now) {
    private static final String SITE = "https://iam.example.com/apps/salesforce/";
    private static final String READER = "Report Reader";
    private static final String OWNER = "Application Owner";

    Issue issue(IssueKind kind, int number) {
        SampleUnit unit = SampleUnit.of(number);
        return words(kind, unit).key(kind.name() + "/" + unit.code()).build();
    }

    private Issue.Builder words(IssueKind kind, SampleUnit unit) {
        Issue.Builder issue = Issue.builder(app, kind);
        return switch (kind.name()) {
            case "credentials-invalid" -> credentialsInvalid(issue, unit);
            case "credentials-expiring" -> credentialsExpiring(issue, unit);
            case "quarantined" -> quarantined(issue, unit);
            case "delete-threshold-exceeded" -> deleteThresholdExceeded(issue, unit);
            case "failure-rate-exceeded" -> failureRateExceeded(issue, unit);
            case "target-unreachable" -> targetUnreachable(issue, unit);
            case "schema-mismatch" -> schemaMismatch(issue, unit);
            case "quota-exceeded" -> quotaExceeded(issue, unit);
            case "job-disabled" -> jobDisabled(issue, unit);
            case "access-review-overdue" -> accessReviewOverdue(issue, unit);
            default -> unknownToEverybody(issue, unit);
        };
    }

    private Issue.Builder credentialsInvalid(Issue.Builder issue, SampleUnit unit) {
        issue.summary("Salesforce refuses the password of " + unit.account())
                .fact("Account", unit.account())
                .fact(
                        "Answer",
                        "401 INVALID_LOGIN: user name, password or security token is wrong, or the user is locked")
                .link(link("Sign-ins to " + unit.name(), "sign-ins", unit, READER));
        if (unit.isOneIn(2)) {
            issue.detail(
                            "Three attempts within ten minutes were refused. The engine has stopped trying, so that the account"
                                    + " is not locked.")
                    .deadline(
                            in(3, unit),
                            "The application goes into quarantine, and people who leave keep their access to "
                                    + unit.name() + ".");
        }
        return issue;
    }

    private Issue.Builder credentialsExpiring(Issue.Builder issue, SampleUnit unit) {
        boolean certificate = !unit.isOneIn(2);
        String what = certificate ? "certificate" : "password";
        issue.severity(Severity.WARNING)
                .summary("The " + what + " of " + unit.account() + " expires in " + (5 + unit.number() % 9) + " days")
                .fact("Account", unit.account())
                .deadline(in(5 + unit.number() % 9, unit), "Provisioning of " + unit.name() + " stops.");
        if (certificate) {
            issue.fact("Fingerprint", "SHA-256 9F:2C:41:%02X:D0:77:1B:E8".formatted(unit.number() % 256))
                    .remedy(
                            "Request a certificate from the internal authority, upload it in the provisioning settings, and"
                                    + " test the connection.");
        }
        return issue.link(link("Sign-in of " + unit.name(), "credentials", unit, OWNER));
    }

    private Issue.Builder quarantined(Issue.Builder issue, SampleUnit unit) {
        issue.summary(unit.name() + " is in quarantine: " + (40 + unit.number()) + " cycles in a row have failed")
                .fact(
                        "Reason",
                        unit.isOneIn(2) ? "Encountered too many failures" : "The target has not answered for a day")
                .fact("Next attempt", "once a day instead of every 40 minutes")
                .link(link("Failed cycles of " + unit.name(), "cycles", unit, READER));
        if (unit.isOneIn(3)) {
            issue.deadline(in(28, unit), "The engine switches provisioning of " + unit.name() + " off.");
        }
        return issue;
    }

    private Issue.Builder deleteThresholdExceeded(Issue.Builder issue, SampleUnit unit) {
        int people = 2_000 + 61 * unit.number();
        int leavers = people * 45 / 100;
        issue.severity(Severity.URGENT)
                .summary(grouped(
                        "The cycle for %s would have disabled %,d of %,d accounts; 200 are allowed",
                        unit, leavers, people))
                .link(link("Accounts of " + unit.name() + " that would have been disabled", "deletions", unit, READER));
        if (unit.isOneIn(2)) {
            issue.detail(grouped(
                            "For %s, the personnel system delivered %,d people instead of %,d.",
                            unit, people - leavers, people)
                    + "\nNo account has been changed.");
        } else {
            issue.fact("Scope", "The rule \"active contracts\" was changed on 18 May")
                    .fact("Accounts changed", "none");
        }
        return issue;
    }

    private Issue.Builder failureRateExceeded(Issue.Builder issue, SampleUnit unit) {
        int failed = 120 + 7 * unit.number();
        issue.summary(grouped("%s: %,d of %,d accounts could not be provisioned", unit, failed, failed * 3))
                .fact("Most frequent", failed / 2 + " times DUPLICATE_USERNAME")
                .fact("Then", failed / 3 + " times REQUIRED_FIELD_MISSING: Division")
                .link(link("Failures of " + unit.name() + ", by cause", "failures", unit, READER))
                .link(link("All cycles of " + unit.name(), "cycles", unit, READER));
        if (unit.isOneIn(3)) {
            issue.remedy(
                    "Rename the accounts that were made by hand.\nThen start the cycle again; it takes up where it stopped.");
        }
        return issue;
    }

    private Issue.Builder targetUnreachable(Issue.Builder issue, SampleUnit unit) {
        issue.summary(
                unit.host() + " does not answer" + (unit.isOneIn(2) ? " within 30 seconds" : ": connection refused"));
        if (unit.isOneIn(2)) {
            issue.detail("GET https://" + unit.host()
                    + "/services/scim/v2/Users?filter=userName%20eq%20%22svc-probe%22&count=1\n"
                    + "java.net.http.HttpTimeoutException: request timed out");
        } else {
            issue.fact("Address", unit.host() + ":443").fact("Attempts", "6 within an hour");
        }
        return issue.link(link("Availability of " + unit.name(), "availability", unit, null));
    }

    private Issue.Builder schemaMismatch(Issue.Builder issue, SampleUnit unit) {
        String attribute = unit.isOneIn(2) ? "CostCenter__c" : "EmployeeNumber";
        issue.summary(unit.name() + " no longer accepts the attribute " + attribute)
                .fact("Attribute", attribute)
                .fact("Mapped from", unit.isOneIn(2) ? "costCenter" : "employeeId")
                .fact("Accounts concerned", Integer.toString(300 + 11 * unit.number()))
                .link(link("Attribute mapping of " + unit.name(), "mapping", unit, OWNER));
        return unit.isOneIn(2)
                ? issue.detail("400 INVALID_FIELD: No such column '" + attribute + "' on sobject of type User")
                : issue.severity(Severity.WARNING);
    }

    private Issue.Builder quotaExceeded(Issue.Builder issue, SampleUnit unit) {
        int seats = 250 + 5 * unit.number();
        issue.summary("All " + seats + " licences of " + unit.name() + " are in use; " + (4 + unit.number() % 20)
                        + " people wait for an account")
                .fact("Licence", unit.isOneIn(2) ? "Sales Cloud Enterprise" : "Identity Only")
                .fact("In use", seats + " of " + seats)
                .link(link("Licences of " + unit.name(), "licences", unit, OWNER));
        if (unit.isOneIn(2)) {
            issue.remedy(
                            "Order licences in the purchasing portal, or take back those that nobody has used for 90 days.")
                    .deadline(in(10, unit), "New colleagues at " + unit.name() + " begin work without an account.");
        }
        return issue;
    }

    private Issue.Builder jobDisabled(Issue.Builder issue, SampleUnit unit) {
        issue.summary("Provisioning of " + unit.name() + " was switched off")
                .fact(
                        "Switched off by",
                        unit.isOneIn(2) ? "svc-maintenance" : "the engine, after 28 days of quarantine")
                .link(link("Settings of " + unit.name(), "settings", unit, OWNER));
        return unit.isOneIn(3)
                ? issue.detail(
                        "It was announced as maintenance for two hours and has not been switched on again since.")
                : issue;
    }

    private Issue.Builder accessReviewOverdue(Issue.Builder issue, SampleUnit unit) {
        issue.summary("The access review of " + unit.name() + " has not been signed off")
                .remedy("Open the review, decide on the " + (12 + unit.number() % 30)
                        + " open entries, and sign it off.")
                .link(link("Access review of " + unit.name(), "reviews", unit, "Reviewer"));
        return unit.isOneIn(2)
                ? issue.deadline(in(7, unit), "Accounts that nobody has confirmed are disabled.")
                : issue.severity(Severity.INFO);
    }

    private Issue.Builder unknownToEverybody(Issue.Builder issue, SampleUnit unit) {
        return issue.summary("Provisioning of " + unit.name() + " needs somebody to look at it")
                .detail("The engine has noticed something that it has no better words for.")
                .link(link("Log of " + unit.name(), "log", unit, READER));
    }

    /** Some days ahead, at the end of a working day, and each unit a little later than the one before. */
    private Instant in(int days, SampleUnit unit) {
        return now.plus(Duration.ofDays(days)).plus(Duration.ofHours(8)).plus(Duration.ofMinutes(5L * unit.number()));
    }

    private static ReportLink link(String label, String page, SampleUnit unit, @Nullable String role) {
        String address = SITE + page + "?unit=" + unit.code() + "&day=2026-05-19";
        return role == null ? ReportLink.of(label, address) : ReportLink.of(label, address, role);
    }

    private static String grouped(String format, SampleUnit unit, int one, int other) {
        return String.format(Locale.ENGLISH, format, unit.name(), one, other);
    }
}
