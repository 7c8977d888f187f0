package dev.provisioning.notifications.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.provisioning.notifications.IssueKind;
import javax.naming.directory.SchemaViolationException;
import org.identityconnectors.framework.common.exceptions.ConnectorException;
import org.identityconnectors.framework.common.exceptions.ConnectorSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the real connector against a real directory server. */
class FailureClassifierTest {
    private final Directory directory = Directory.start("Salesforce");

    @AfterEach
    void stopDirectory() {
        directory.close();
    }

    @BeforeEach
    void hasOneAccount() {
        try (Accounts accounts = Accounts.of(directory.application())) {
            accounts.create(new Person("A001", "Ada", "Adler", "ada.adler@example.com"));
        }
    }

    @Test
    void aWrongPasswordMeansThatTheCredentialsAreInvalid() {
        directory.changePassword("autumn-2026");

        Throwable failure = failureOfACycle();

        assertThat(failure).isInstanceOf(ConnectorSecurityException.class);
        assertThat(FailureClassifier.kindOf(failure)).isEqualTo(IssueKind.CREDENTIALS_INVALID);
    }

    @Test
    void aServerThatIsDownMeansThatTheTargetIsUnreachable() {
        directory.stop();

        Throwable failure = failureOfACycle();

        assertThat(failure).isInstanceOf(ConnectorSecurityException.class);
        assertThat(FailureClassifier.kindOf(failure)).isEqualTo(IssueKind.TARGET_UNREACHABLE);
    }

    @Test
    void afterBothAreMendedTheAccountsAreThereAgain() {
        directory.changePassword("autumn-2026");
        directory.stop();

        directory.application().account().enter("autumn-2026");
        directory.startAgain();

        try (Accounts accounts = Accounts.of(directory.application())) {
            assertThat(accounts.all()).containsOnlyKeys("A001");
        }
    }

    @Test
    void anAccountThatExistsAlreadyIsNoneOfTheWellKnownKinds() {
        Throwable failure = catchThrowable(this::hasOneAccount);

        assertThat(FailureClassifier.kindOf(failure)).isEqualTo(FailureClassifier.CYCLE_FAILED);
    }

    @Test
    void aRefusedAttributeMeansThatTheSchemaDoesNotMatch() {
        Throwable failure = new ConnectorException(new SchemaViolationException("no such attribute"));

        assertThat(FailureClassifier.kindOf(failure)).isEqualTo(IssueKind.SCHEMA_MISMATCH);
    }

    @Test
    void aFailureThatCausesItselfComesToAnEnd() {
        RuntimeException outer = new RuntimeException("outer");
        outer.initCause(new RuntimeException("inner", outer));

        assertThat(FailureClassifier.kindOf(outer)).isEqualTo(FailureClassifier.CYCLE_FAILED);
        assertThat(FailureClassifier.words(outer)).isNotEmpty();
    }

    private Throwable failureOfACycle() {
        return catchThrowable(() -> {
            try (Accounts accounts = Accounts.of(directory.application())) {
                accounts.all();
            }
        });
    }
}
