package dev.provisioning.notifications.core.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds tokens of well-known issuers. They have no spaces, so only long runs of their characters are searched. */
final class Tokens {
    /** No token is shorter. */
    private static final int SHORTEST = 14;

    /** Not within a longer word; what is percent-encoded before it is no part of the word. */
    private static final String START = "(?:(?<![A-Za-z0-9_-])|(?<=%[0-9A-Fa-f]{2}))";

    private static final String AFTER_NO_LETTER = "(?:(?<![A-Za-z0-9])|(?<=%[0-9A-Fa-f]{2}))";

    static final Pattern TOKEN = Pattern.compile(START
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

    private Tokens() {}

    static void detect(String text, Spans found) {
        int at = Runs.next(text, 0, SHORTEST, Tokens::isPart);
        while (at >= 0) {
            int end = Runs.end(text, at, Tokens::isPart);
            Matcher token = TOKEN.matcher(text).useTransparentBounds(true).region(at, end);
            while (token.find()) {
                found.hide(token.start(), token.end());
            }
            at = Runs.next(text, end, SHORTEST, Tokens::isPart);
        }
    }

    /** Whether the expression takes it for a part of a token anywhere. */
    private static boolean isPart(int c) {
        return Runs.isLetterOrDigit(c) || "_.~+/=-".indexOf(c) >= 0;
    }
}
