package dev.provisioning.notifications.example.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A {@code synchronizationJob} of Microsoft Graph, which fails as long as it is in quarantine. */
final class SynchronizationJob {
    private static final Duration SWITCHED_OFF_AFTER = Duration.ofDays(28);

    private final JsonNode job;
    private final JsonNode quarantine;

    SynchronizationJob(JsonNode job) {
        this.job = job;
        this.quarantine = job.path("status").path("quarantine");
    }

    static boolean describedBy(JsonNode object) {
        return object.path("status").isObject() && object.has("id") && !object.has("provisioningStatusInfo");
    }

    Optional<Failure> failure(Instant undated) {
        return quarantine.isObject() ? Optional.of(quarantined(undated)) : Optional.empty();
    }

    private Failure quarantined(Instant undated) {
        JobId id = new JobId(Fields.text(job, "id").orElse("unknown"));
        String application = new JobId(Fields.text(job, "templateId").orElse(id.id())).template();
        QuarantineReason reason =
                QuarantineReason.named(Fields.text(quarantine, "reason").orElse(""));
        Optional<String> code = Fields.text(quarantine, "error", "code");
        Issue.Builder issue = Issue.builder(id.app(), kind(reason, code))
                .key("quarantine")
                .summary(Issue.oneLine("The job is in quarantine: "
                        + (reason == QuarantineReason.UNKNOWN ? code.orElse(reason.words()) : reason.words())))
                .fact("Job", Issue.oneLine(id.id()));
        code.ifPresent(name -> issue.fact("Error code", Issue.oneLine(name)));
        Fields.text(quarantine, "error", "message")
                .ifPresent(message -> issue.detail(new Discretion(job).about(message, Issue.MAX_DETAIL)));
        Fields.text(quarantine, "seriesCount")
                .ifPresent(count -> issue.fact("Attempts in quarantine", Issue.oneLine(count)));
        began().ifPresent(began -> {
            issue.occurredAt(began);
            Instant since = Fields.instant(quarantine, "seriesBegan").orElse(began);
            issue.deadline(since.plus(SWITCHED_OFF_AFTER), "The job is switched off after four weeks in quarantine.");
        });
        return Failure.of(new Failure.Name(Issue.oneLine(application), true), issue.build(), undated);
    }

    private static IssueKind kind(QuarantineReason reason, Optional<String> code) {
        return reason.leavesItToTheError() ? code.flatMap(ErrorCode::kindOf).orElse(reason.kind()) : reason.kind();
    }

    private Optional<Instant> began() {
        return Stream.of(
                        Fields.instant(quarantine, "currentBegan"),
                        Fields.instant(quarantine, "seriesBegan"),
                        Fields.instant(job, "status", "lastExecution", "timeEnded"),
                        Fields.instant(job, "status", "lastSuccessfulExecution", "timeEnded"))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
