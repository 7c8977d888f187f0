package dev.provisioning.notifications.example;

import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import dev.provisioning.notifications.ReportLink;
import java.time.Duration;
import java.time.Instant;

/** The engine's words for what goes wrong. They name applications and numbers, and never a person or a password. */
final class Issues {
    private static final Duration QUARANTINE_ENDS = Duration.ofDays(28);

    private Issues() {}

    static Issue failed(TargetApplication app, RuntimeException failure) {
        IssueKind kind = FailureClassifier.kindOf(failure);
        return Issue.builder(app.id(), kind)
                .summary(summary(kind))
                .detail("The cycle did not complete. The engine tries again every " + Engine.INTERVAL.toMinutes()
                        + " minutes.")
                .fact("Answer of the target", Issue.oneLine(FailureClassifier.words(failure)))
                .fact("Service account", app.account().dn())
                .link(log(app))
                .build();
    }

    static Issue tooManyDeletes(TargetApplication app, Plan plan) {
        return Issue.builder(app.id(), IssueKind.DELETE_THRESHOLD_EXCEEDED)
                .summary("A cycle was stopped: it would have deleted "
                        + plan.delete().size() + " of " + plan.present() + " accounts")
                .detail("That is " + plan.deletedPercent() + " %, and more than " + Plan.MOST_DELETES_PERCENT
                        + " % is not done without a person. Nothing was changed at " + app.name() + ".")
                .remedy("Look whether the file of the personnel office is complete. If so many people really left, "
                        + "allow the deletion once.")
                .fact("Accounts that would go", plan.delete().size() + " of " + plan.present())
                .fact("Accounts that would come", String.valueOf(plan.create().size()))
                .link(log(app))
                .build();
    }

    static Issue quarantined(TargetApplication app, Instant since) {
        return Issue.builder(app.id(), IssueKind.QUARANTINED)
                .summary("The application is in quarantine, because " + Quarantine.FAILURES
                        + " cycles in a row have failed")
                .detail("Each cycle only tries whether the problem is over. Once one succeeds the quarantine ends by "
                        + "itself, and everything is brought up to date.")
                .remedy("Mend the problem that is reported beside this one.")
                .deadline(since.plus(QUARANTINE_ENDS), "Provisioning of the application is switched off.")
                .link(log(app))
                .build();
    }

    private static String summary(IssueKind kind) {
        if (kind.equals(IssueKind.CREDENTIALS_INVALID)) {
            return "The account that the engine signs in with is refused";
        }
        if (kind.equals(IssueKind.TARGET_UNREACHABLE)) {
            return "The server does not answer";
        }
        return "A provisioning cycle failed";
    }

    private static ReportLink log(TargetApplication app) {
        return ReportLink.of(
                "Provisioning log",
                "https://provisioning.example.com/log/" + app.id().name(),
                "Reports Reader");
    }
}
