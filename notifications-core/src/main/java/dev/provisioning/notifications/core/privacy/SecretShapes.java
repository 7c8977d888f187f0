package dev.provisioning.notifications.core.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds secrets by their shape alone, wherever they stand: tokens of well-known issuers, private keys, user information in
 * addresses, and long runs that look random.
 *
 * <p>Each expression is anchored on its left and either possessive or bounded, so that a text is read once.
 */
final class SecretShapes implements Detector {
    private static final Set<String> SCHEMES =
            Set.of("bearer", "basic", "token", "apikey", "negotiate", "ntlm", "ssws", "splunk", "digest-token");

    private static final Shape WEBHOOK = new Shape(
            text -> text.contains("hooks.slack.com/"),
            Pattern.compile("hooks\\.slack\\.com/(?:services|workflows|triggers)/([A-Za-z0-9/_-]{20,}+)"));

    /** Credentials that stand after their scheme; group 1. Words of prose have neither digits nor padding. */
    private static final Shape CREDENTIALS = new Shape(
            SecretShapes::hasScheme,
            Pattern.compile(
                    "(?<![A-Za-z0-9])(?i:Bearer|Basic|SSWS|NTLM|Negotiate)(?:[ \\t]|%20|\\+){1,4}+"
                            + "((?=[A-Za-z._~+/-]{0,400}(?:[0-9]|={1,2}(?![\"'\\w]))|[A-Za-z]{1,400}[a-z][A-Z])[A-Za-z0-9._~+/-]{8,}+={0,2}+)"));

    private static final Shape ORACLE = new Shape(
            text -> text.contains("jdbc:oracle:"),
            Pattern.compile("jdbc:oracle:[a-z0-9]{1,10}:([^\\s@/]{1,100}/[^\\s@]{1,200})@"));

    /** Of each, the first group is the secret. */
    static final List<Shape> ALL = List.of(WEBHOOK, CREDENTIALS, ORACLE);

    /** The schemes of credentials that are found without a name before them. */
    private static final List<String> OF_CREDENTIALS = List.of("bearer", "basic", "ssws", "ntlm", "negotiate");

    static boolean isScheme(String word) {
        return SCHEMES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a text holds a secret of such a shape. */
    static boolean isIn(String text) {
        Spans found = new Spans(text);
        new SecretShapes().detect(text, found);
        return !found.isEmpty();
    }

    @Override
    public void detect(String text, Spans found) {
        Tokens.detect(text, found);
        for (Shape shape : ALL) {
            for (MatchResult secret : shape.in(text)) {
                found.hide(secret.start(1), secret.end(1));
            }
        }
        PrivateKeys.detect(text, found);
        UserInformation.detect(text, found);
        RandomRuns.detect(text, found);
    }

    private static boolean hasScheme(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean begins =
                    switch (text.charAt(i)) {
                        case 'b', 'B', 's', 'S', 'n', 'N' -> i == 0 || !Runs.isLetterOrDigit(text.charAt(i - 1));
                        default -> false;
                    };
            if (begins && isSchemeAt(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSchemeAt(String text, int at) {
        for (String scheme : OF_CREDENTIALS) {
            if (text.regionMatches(true, at, scheme, 0, scheme.length())) {
                return true;
            }
        }
        return false;
    }
}
