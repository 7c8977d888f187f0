package dev.provisioning.notifications.example;

import dev.provisioning.notifications.IssueKind;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.naming.AuthenticationException;
import javax.naming.AuthenticationNotSupportedException;
import javax.naming.CommunicationException;
import javax.naming.LimitExceededException;
import javax.naming.ServiceUnavailableException;
import javax.naming.directory.InvalidAttributeIdentifierException;
import javax.naming.directory.InvalidAttributeValueException;
import javax.naming.directory.InvalidAttributesException;
import javax.naming.directory.SchemaViolationException;
import org.identityconnectors.framework.common.exceptions.InvalidCredentialException;

/**
 * Tells what sort of problem is behind an exception of a connector.
 *
 * <p>A refused password and a server that is down arrive as the same {@code ConnectorSecurityException}; only the chain
 * of causes tells them apart.
 */
final class FailureClassifier {
    /** The kind of failures that none of the others fits. */
    static final IssueKind CYCLE_FAILED = IssueKind.of("cycle-failed");

    private static final int DEEPEST_CAUSE = 20;
    private static final Map<Class<? extends Exception>, IssueKind> KINDS = kinds();

    private FailureClassifier() {}

    static IssueKind kindOf(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            for (Map.Entry<Class<? extends Exception>, IssueKind> kind : KINDS.entrySet()) {
                if (kind.getKey().isInstance(cause)) {
                    return kind.getValue();
                }
            }
            cause = cause.getCause();
        }
        return CYCLE_FAILED;
    }

    /** {@return the words of the innermost cause: those of the target itself} */
    static String words(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause.getCause() != null && depth < DEEPEST_CAUSE; depth++) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    private static Map<Class<? extends Exception>, IssueKind> kinds() {
        Map<Class<? extends Exception>, IssueKind> kinds = new LinkedHashMap<>();
        kinds.put(AuthenticationException.class, IssueKind.CREDENTIALS_INVALID);
        kinds.put(AuthenticationNotSupportedException.class, IssueKind.CREDENTIALS_INVALID);
        kinds.put(InvalidCredentialException.class, IssueKind.CREDENTIALS_INVALID);
        kinds.put(CommunicationException.class, IssueKind.TARGET_UNREACHABLE);
        kinds.put(ServiceUnavailableException.class, IssueKind.TARGET_UNREACHABLE);
        kinds.put(LimitExceededException.class, IssueKind.QUOTA_EXCEEDED);
        kinds.put(SchemaViolationException.class, IssueKind.SCHEMA_MISMATCH);
        kinds.put(InvalidAttributesException.class, IssueKind.SCHEMA_MISMATCH);
        kinds.put(InvalidAttributeValueException.class, IssueKind.SCHEMA_MISMATCH);
        kinds.put(InvalidAttributeIdentifierException.class, IssueKind.SCHEMA_MISMATCH);
        return kinds;
    }
}
