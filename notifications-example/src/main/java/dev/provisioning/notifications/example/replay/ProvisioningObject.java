package dev.provisioning.notifications.example.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.provisioning.notifications.AppId;
import dev.provisioning.notifications.Issue;
import dev.provisioning.notifications.IssueKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code provisioningObjectSummary} of Microsoft Graph: what became of one object at one application. All failures of
 * an application with the same error code are one issue.
 */
final class ProvisioningObject {
    /** Single objects could not be provisioned, for a reason that lies in them. */
    static final IssueKind OBJECTS_FAILED = IssueKind.of("objects-failed");

    private static final String UNKNOWN = "unknown";

    private final JsonNode object;

    ProvisioningObject(JsonNode object) {
        this.object = object;
    }

    static boolean describedBy(JsonNode object) {
        return object.has("provisioningStatusInfo") || object.has("provisioningAction");
    }

    Optional<Failure> failure(Instant undated) {
        boolean failed = Fields.text(object, "provisioningStatusInfo", "status")
                .filter(status -> status.equalsIgnoreCase("failure"))
                .isPresent();
        return failed
                ? Optional.of(Failure.of(new Failure.Name(application(), false), issue(), undated))
                : Optional.empty();
    }

    private Issue issue() {
        JsonNode error = object.path("provisioningStatusInfo").path("errorInformation");
        String code = Issue.oneLine(Fields.text(error, "errorCode").orElse("no error code"));
        IssueKind kind = ErrorCode.kindOf(code).orElse(OBJECTS_FAILED);
        Discretion discretion = new Discretion(object);
        Issue.Builder issue = Issue.builder(app(), kind)
                .key(Issue.oneLine(kind + ": " + code))
                .summary(Issue.oneLine("Could not " + what() + ": " + code))
                .fact("Error code", code);
        Fields.text(error, "reason")
                .or(() -> Fields.text(error, "additionalDetails"))
                .ifPresent(reason -> issue.detail(discretion.about(reason, Issue.MAX_DETAIL)));
        Fields.text(error, "recommendedAction")
                .ifPresent(action -> issue.remedy(discretion.about(action, Issue.MAX_REMEDY)));
        Fields.text(error, "errorCategory").ifPresent(category -> issue.fact("Category", Issue.oneLine(category)));
        Fields.text(object, "jobId").ifPresent(job -> issue.fact("Job", Issue.oneLine(job)));
        Fields.instant(object, "activityDateTime").ifPresent(issue::occurredAt);
        return issue.build();
    }

    private String what() {
        String action = Fields.text(object, "provisioningAction").orElse("provision");
        String object = Stream.of("sourceIdentity", "targetIdentity")
                .map(identity -> Fields.text(this.object, identity, "identityType"))
                .flatMap(Optional::stream)
                .map(type -> "a " + type.toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("an object");
        return action.toLowerCase(Locale.ROOT) + " " + object;
    }

    private String application() {
        return Issue.oneLine(Stream.of("servicePrincipal", "targetSystem")
                .map(system -> Fields.text(object, system, "displayName"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(UNKNOWN));
    }

    private AppId app() {
        String tenant = Fields.plain(Fields.text(object, "tenantId").orElse(UNKNOWN));
        return Fields.text(object, "jobId")
                .map(job -> new JobId(job).app())
                .orElseGet(() -> AppId.of(Issue.oneLine(tenant), application()));
    }
}
