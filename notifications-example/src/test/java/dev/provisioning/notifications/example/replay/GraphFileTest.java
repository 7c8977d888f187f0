package dev.provisioning.notifications.example.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.provisioning.notifications.IssueKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphFileTest {
    private static final Instant NOW = Instant.parse("2026-04-20T12:00:00Z");
    private static final String FAILED = """
            {
              "activityDateTime": "2026-04-13T06:10:09Z",
              "tenantId": "11-22",
              "jobId": "slackOutDelta.1122",
              "somethingNew": {"in": ["Graph", null,],},
              "provisioningAction": "create",
              "servicePrincipal": {"displayName": "Slack"},
              "sourceIdentity": {"id": "77", "displayName": "Ivo Brandt", "identityType": "User",},
              "targetIdentity": null,
              "provisioningStatusInfo": {
                "status": "failure",
                "errorInformation": {
                  "errorCode": "SlackDuplicateUserName",
                  "reason": "Ivo Brandt is there already: ivo.brandt@harbour.example\\nRename one.",
                  "additionalDetails": null,
                  "errorCategory": "nonServiceFailure",
                  "recommendedAction": null,
                },
              },
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aFailedObjectBecomesAnIssueThatNamesNobody() throws IOException {
        Failure failure = only(FAILED);

        assertThat(failure.application()).isEqualTo(new Failure.Name("Slack", false));
        assertThat(failure.at()).isEqualTo("2026-04-13T06:10:09Z");
        assertThat(failure.app()).hasToString("1122/slackOutDelta.1122");
        assertThat(failure.issue().summary()).isEqualTo("Could not create a user: SlackDuplicateUserName");
        assertThat(failure.issue().detail()).isEqualTo("… is there already: …\nRename one.");
        assertThat(failure.issue().facts())
                .isEqualTo(Map.of(
                        "Error code", "SlackDuplicateUserName",
                        "Category", "nonServiceFailure",
                        "Job", "slackOutDelta.1122"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s,]", "{\"value\": [%s, null,], \"@odata.nextLink\": \"\"}"})
    void oneObjectAnArrayAndAListAreAllUnderstood(String form) throws IOException {
        assertThat(failures(form.formatted(FAILED))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"success", "skipped", "warning", ""})
    void whatDidNotFailIsNoIssue(String status) throws IOException {
        assertThat(failures(FAILED.replace("\"failure\"", "\"" + status + "\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"0001-01-01T00:00:00Z\"", "\"yesterday\""})
    void whatHasNoTimeIsTakenToHappenNow(String time) throws IOException {
        assertThat(only(FAILED.replace("\"2026-04-13T06:10:09Z\"", time)).at()).isEqualTo(NOW);
    }

    @Test
    void anObjectThatTellsAlmostNothingIsUnderstood() throws IOException {
        Failure failure = only("{\"provisioningStatusInfo\": {\"status\": \"failure\", \"errorInformation\": null}}");

        assertThat(failure.issue().summary()).isEqualTo("Could not provision an object: no error code");
        assertThat(failure.application().text()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "SalesforceInvalidCredentials, credentials-invalid",
        "ConcurLicenseLimitExceeded, quota-exceeded",
        "BoxServiceUnavailable, target-unreachable",
        "ZoomAttributeValidationFailed, schema-mismatch",
        "ContosoEntryConflict, objects-failed"
    })
    void theErrorCodeTellsTheKind(String code, String kind) throws IOException {
        assertThat(only(FAILED.replace("SlackDuplicateUserName", code)).issue().kind())
                .isEqualTo(IssueKind.of(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "EncounteredBaseEscrowThreshold, failure-rate-exceeded",
        "EncounteredTotalEscrowThreshold, failure-rate-exceeded",
        "EncounteredEscrowProportionThreshold, failure-rate-exceeded",
        "EncounteredQuarantineException, credentials-invalid",
        "QuarantinedOnDemand, credentials-invalid",
        "TooManyDeletes, delete-threshold-exceeded",
        "IngestionInterrupted, credentials-invalid",
        "Unknown, credentials-invalid",
        "SomethingNew, credentials-invalid",
        "'', credentials-invalid"
    })
    void theReasonOfAQuarantineTellsTheKindOrLeavesItToTheError(String reason, String kind) throws IOException {
        assertThat(only(job(reason, "{\"code\": \"BoxInvalidCredentials\", \"message\": null}"))
                        .issue()
                        .kind())
                .isEqualTo(IssueKind.of(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"EncounteredQuarantineException", "QuarantinedOnDemand", "IngestionInterrupted", "Unknown", ""})
    void withoutAnErrorAQuarantineIsAQuarantine(String reason) throws IOException {
        assertThat(only(job(reason, "null")).issue().kind()).isEqualTo(IssueKind.QUARANTINED);
    }

    @Test
    void aQuarantineBeginsWhenTheJobSaysAndEndsAfterFourWeeks() throws IOException {
        Failure failure = only(job("TooManyDeletes", "null"));

        assertThat(failure.at()).isEqualTo("2026-04-14T03:00:00Z");
        assertThat(failure.application()).isEqualTo(new Failure.Name("Box", true));
        assertThat(failure.issue().deadline())
                .isNotNull()
                .satisfies(deadline -> assertThat(deadline.at()).isEqualTo("2026-05-12T03:00:00Z"));
    }

    @Test
    void aJobThatIsNotInQuarantineIsNoIssue() throws IOException {
        assertThat(failures("{\"id\": \"boxOutDelta.1122\", \"status\": {\"quarantine\": null,},}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{ 'id': 'a' 'b' } | 1 | 1[0-9]", "[¶1,¶  oops ] | 3 | [3-7]", "{ | 1 | [0-9]"})
    void whatIsNotJsonIsToldWithLineAndColumn(String content, int line, String column) throws IOException {
        Path file = write(content.replace('\'', '"').replace('¶', '\n'));

        assertThatThrownBy(() -> GraphFile.failures(file, NOW))
                .isInstanceOf(UnreadableFileException.class)
                .message()
                .matches("\\Q" + file + "\\E, line " + line + ", column " + column + ": [^\\n]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "3", "\"text\"", "null", "", "[{\"some\": \"other thing\"}]", "{} {}"})
    void whatTellsOfSomethingElseIsRefused(String content) throws IOException {
        Path file = write(content);

        assertThatThrownBy(() -> GraphFile.failures(file, NOW))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith(file + ", line 1, column ");
    }

    @Test
    void whatIsTooDeepIsToldInOneLine() throws IOException {
        Path file = write("[".repeat(1_100));

        assertThatThrownBy(() -> GraphFile.failures(file, NOW))
                .isInstanceOf(UnreadableFileException.class)
                .message()
                .matches("\\Q" + file + "\\E: [^\\n]+");
    }

    @Test
    void aCountOfAttemptsThatIsNoneIsTakenAsWords() throws IOException {
        Failure failure =
                only("{'id': 'a', 'status': {'quarantine': {'seriesCount': 'some\\u0000'}}}".replace('\'', '"'));

        assertThat(failure.issue().facts()).containsEntry("Attempts in quarantine", "some");
    }

    @Test
    void bytesThatAreNotUtf8AreToldInOneLine() throws IOException {
        Path file =
                Files.write(folder.resolve("latin.json"), "{\"id\": \"Zoë\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> GraphFile.failures(file, NOW)).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void whatPowerShellWritesIsUnderstood() throws IOException {
        Path file = Files.write(folder.resolve("utf16.json"), ("\uFEFF" + FAILED).getBytes(StandardCharsets.UTF_16LE));

        assertThat(GraphFile.failures(file, NOW)).hasSize(1);
    }

    private Failure only(String content) throws IOException {
        List<Failure> failures = failures(content);
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    private List<Failure> failures(String content) throws IOException {
        return GraphFile.failures(write(content), NOW);
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("answer.json"), content);
    }

    private static String job(String reason, String error) {
        return """
                {"id": "BoxOutDelta.1122", "templateId": "BoxOutDelta", "status": {"quarantine": {
                  "currentBegan": "2026-04-14T03:00:00Z", "nextAttempt": "", "seriesBegan": "", "seriesCount": 2,
                  "reason": "%s", "error": %s,
                }}}
                """.formatted(reason, error);
    }
}
