package dev.provisioning.notifications.core.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
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

    /** Not within a longer word; what is percent-encoded before it is no part of the word. */
    private static final String START = "(?:(?<![A-Za-z0-9_-])|(?<=%[0-9A-Fa-f]{2}))";

    private static final String AFTER_NO_LETTER = "(?:(?<![A-Za-z0-9])|(?<=%[0-9A-Fa-f]{2}))";

    private static final Pattern TOKEN = Pattern.compile(START
            + "(?:eyJ[A-Za-z0-9_-]{5,}+\\.[A-Za-z0-9_-]{5,}+(?:\\.[A-Za-z0-9_-]*+){0,3}"
            + "|sk-(?=[A-Za-z_-]{0,200}[0-9])[A-Za-z0-9_-]{16,}+"
            + "|xox[abceoprs]-[A-Za-z0-9-]{10,}+|xapp-[A-Za-z0-9-]{10,}+"
            + "|gl(?:pat|ptt|dt|rt|cbt|ft|oas|soat|agent|imt)-[A-Za-z0-9_.-]{16,}+"
            + "|AIza[A-Za-z0-9_-]{30,}+|ya29\\.[A-Za-z0-9_.-]{16,}+|GOCSPX-[A-Za-z0-9_-]{16,}+"
            + "|SG\\.[A-Za-z0-9_-]{16,}+\\.[A-Za-z0-9_-]{16,}+"
            + "|hv[sbr]\\.[A-Za-z0-9_-]{20,}+|pypi-[A-Za-z0-9_-]{16,}+|ATATT3[A-Za-z0-9_=-]{16,}+"
            + "|github_pat_[A-Za-z0-9_]{20,}+|whsec_[A-Za-z0-9+/=]{16,}+)"
            + "|" + AFTER_NO_LETTER
            + "(?:gh[pousr]_[A-Za-z0-9]{20,}+|npm_[A-Za-z0-9]{30,}+|[srp]k_(?:live|test)_[A-Za-z0-9]{10,}+"
            + "|(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])|dop_v1_[a-f0-9]{40,}+|shp(?:at|ca|pa|ss)_[A-Fa-f0-9]{30,}+"
            + "|hf_[A-Za-z0-9]{30,}+|[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{30,}+)");

    private static final Pattern WEBHOOK =
            Pattern.compile("hooks\\.slack\\.com/(?:services|workflows|triggers)/([A-Za-z0-9/_-]{20,}+)");

    /** Credentials that stand after their scheme; group 1. Words of prose have neither digits nor padding. */
    private static final Pattern CREDENTIALS = Pattern.compile(
            "(?<![A-Za-z0-9])(?i:Bearer|Basic|SSWS|NTLM|Negotiate)(?:[ \\t]|%20|\\+){1,4}+"
                    + "((?=[A-Za-z._~+/-]{0,400}(?:[0-9]|={1,2}(?![\"'\\w]))|[A-Za-z]{1,400}[a-z][A-Z])[A-Za-z0-9._~+/-]{8,}+={0,2}+)");

    private static final Pattern ORACLE =
            Pattern.compile("jdbc:oracle:[a-z0-9]{1,10}:([^\\s@/]{1,100}/[^\\s@]{1,200})@");

    /** No token is shorter; and few texts have a word that is as long, so that most need not be searched for tokens. */
    private static final int SHORTEST_TOKEN = 14;

    private static final List<Pattern> OTHERS = List.of(WEBHOOK, CREDENTIALS, ORACLE);

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
        if (hasLongWord(text)) {
            detect(TOKEN, text, found);
        }
        OTHERS.forEach(shape -> detect(shape, text, found));
        PrivateKeys.detect(text, found);
        UserInformation.detect(text, found);
        RandomRuns.detect(text, found);
    }

    private static void detect(Pattern shape, String text, Spans found) {
        Matcher matcher = shape.matcher(text);
        while (matcher.find()) {
            int group = Math.min(1, matcher.groupCount());
            found.hide(matcher.start(group), matcher.end(group));
        }
    }

    private static boolean hasLongWord(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) <= ' ') {
                if (i - start >= SHORTEST_TOKEN) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
