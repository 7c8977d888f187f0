package dev.provisioning.notifications.example.replay;

import dev.provisioning.notifications.IssueKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the codes of errors have in common: each connector spells its own, such as {@code SalesforceInvalidCredentials}. */
final class ErrorCode {
    private static final Map<IssueKind, Pattern> KINDS = Map.of(
            IssueKind.CREDENTIALS_INVALID,
            Pattern.compile("credential|unauthori[sz]ed|forbidden|authentication|invalidtoken|accessdenied"),
            IssueKind.QUOTA_EXCEEDED,
            Pattern.compile("quota|licen[sc]e|toomanyrequests|limitexceeded|ratelimit"),
            IssueKind.TARGET_UNREACHABLE,
            Pattern.compile("unavailable|unreachable|timeout|connect(ion|ivity)|dnsfailure|gateway"),
            IssueKind.SCHEMA_MISMATCH,
            Pattern.compile("schema|invalidattribute|attributevalidation|unsupportedattribute|missingattribute"));

    private ErrorCode() {}

    static Optional<IssueKind> kindOf(String code) {
        String plain = code.toLowerCase(Locale.ROOT);
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(plain).find())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
